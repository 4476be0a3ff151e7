using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Which outputs of the graphs are the answer.</summary>
public sealed record GraphOutputSettings
{
    /// <summary>Output with the actions. 1 to 256 characters. Default: actions or action, or the only one.</summary>
    [ConfigKey("Output with the actions.", Min = 1, Max = 256, DefaultText = "actions or action, or the only one")]
    public string? Actions { get; init; }

    /// <summary>Dimension of the actions that counts alternative chunks. 0 to 16. Default: none.</summary>
    [ConfigKey("Dimension of the actions that counts alternative chunks.", Min = 0, Max = 16, DefaultText = "none")]
    public int? SamplesAxis { get; init; }

    /// <summary>Output with the logits of the action tokens. 1 to 256 characters. Default: logits where there is one.</summary>
    [ConfigKey("Output with the logits of the action tokens.", Min = 1, Max = 256, DefaultText = "logits where there is one")]
    public string? Logits { get; init; }
}
