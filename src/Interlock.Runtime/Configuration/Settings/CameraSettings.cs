using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>One camera.</summary>
public sealed record CameraSettings
{
    /// <summary>Name, unique among the cameras. 1 to 128 characters. Required.</summary>
    [ConfigKey("Name, unique among the cameras.", Min = 1, Max = 128, IsRequired = true)]
    public string Name { get; init; } = "";

    /// <summary>Where images come from. Required.</summary>
    [ConfigKey("Where images come from.", IsRequired = true)]
    public CameraKind Kind { get; init; }

    /// <summary>Images per second. 0.01 to 1000 Hz. Default: 30.</summary>
    [ConfigKey("Images per second.", Unit = "Hz", Min = 0.01, Max = 1000)]
    public double RateHz { get; init; } = 30;

    /// <summary>Folder with the image files. Default: none.</summary>
    [ConfigKey("Folder with the image files.", IsPath = true, DefaultText = "none")]
    public string? Path { get; init; }

    /// <summary>An older image makes the observation stale. 1 to 3600000 ms. Default: 200.</summary>
    [ConfigKey("An older image makes the observation stale.", Unit = "ms", Min = 1, Max = 3600000)]
    public double MaxAgeMs { get; init; } = 200;
}
