using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How an observation is put into a policy's words.</summary>
public sealed record ObservationSettings
{
    /// <summary>Names that go together: libero, droid, aloha, openvla, openvla-oft, openvla-oft-aloha or lerobot; the keys below replace single ones. 1 to 128 characters. Default: none.</summary>
    [ConfigKey(
        "Names that go together: libero, droid, aloha, openvla, openvla-oft, openvla-oft-aloha or lerobot; the keys below replace single ones.",
        Min = 1, Max = 128, DefaultText = "none")]
    public string? Preset { get; init; }

    /// <summary>Key under which the state is sent. 1 to 128 characters. Default: that of the preset.</summary>
    [ConfigKey("Key under which the state is sent.", Min = 1, Max = 128, DefaultText = "that of the preset")]
    public string? StateKey { get; init; }

    /// <summary>Key of the policy for each camera: key: name of the camera. Default: that of the preset.</summary>
    [ConfigKey("Key of the policy for each camera: key: name of the camera.", DefaultText = "that of the preset")]
    public IReadOnlyDictionary<string, string> Images { get; init; } = new Dictionary<string, string>();

    /// <summary>Key under which the task is sent. 1 to 128 characters. Default: that of the preset.</summary>
    [ConfigKey("Key under which the task is sent.", Min = 1, Max = 128, DefaultText = "that of the preset")]
    public string? PromptKey { get; init; }

    /// <summary>Key under which a server takes the actions that are under way, with schedule.send_prefix. 1 to 128 characters. Default: none.</summary>
    [ConfigKey("Key under which a server takes the actions that are under way, with schedule.send_prefix.", Min = 1, Max = 128, DefaultText = "none")]
    public string? PrefixKey { get; init; }

    /// <summary>Key of the steps that will have been executed when the answer comes. 1 to 128 characters. Default: none.</summary>
    [ConfigKey("Key of the steps that will have been executed when the answer comes.", Min = 1, Max = 128, DefaultText = "none")]
    public string? PrefixDelayKey { get; init; }
}
