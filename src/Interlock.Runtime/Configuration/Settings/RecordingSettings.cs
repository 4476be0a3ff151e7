using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>The flight recorder.</summary>
public sealed record RecordingSettings
{
    /// <summary>File, or folder in which each run gets its own file. Default: recordings/.</summary>
    [ConfigKey("File, or folder in which each run gets its own file.", IsPath = true)]
    public string Path { get; init; } = "recordings/";

    /// <summary>What is kept. Default: always.</summary>
    [ConfigKey("What is kept.")]
    public RecordingMode Mode { get; init; }

    /// <summary>With ring: time kept before an intervention, stop or mark. 0 to 3600 s. Default: 10.</summary>
    [ConfigKey("With ring: time kept before an intervention, stop or mark.", Unit = "s", Min = 0, Max = 3600)]
    public double BeforeS { get; init; } = 10;

    /// <summary>With ring: time kept after it. 0 to 3600 s. Default: 10.</summary>
    [ConfigKey("With ring: time kept after it.", Unit = "s", Min = 0, Max = 3600)]
    public double AfterS { get; init; } = 10;

    /// <summary>With ring: most that is remembered, images included; where it does not last for before_s, the oldest goes. 1 to 2000 MiB. Default: 256.</summary>
    [ConfigKey(
        "With ring: most that is remembered, images included; where it does not last for before_s, the oldest goes.",
        Unit = "MiB", Min = 1, Max = 2000)]
    public int MemoryMib { get; init; } = 256;

    /// <summary>Longest time that a record waits for the file: at most this much is lost when the process dies. 10 to 60000 ms. Default: 100.</summary>
    [ConfigKey("Longest time that a record waits for the file: at most this much is lost when the process dies.", Unit = "ms", Min = 10, Max = 60000)]
    public double FlushMs { get; init; } = 100;

    /// <summary>Have the disk confirm every flush. Default: false.</summary>
    [ConfigKey("Have the disk confirm every flush.")]
    public bool Fsync { get; init; }

    /// <summary>Record images. Default: true.</summary>
    [ConfigKey("Record images.")]
    public bool Images { get; init; } = true;
}
