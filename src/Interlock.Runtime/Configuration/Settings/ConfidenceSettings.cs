using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>When doubt of the policy matters.</summary>
public sealed record ConfidenceSettings
{
    /// <summary>Calibration of the signs of doubt (*.confidence.json). Default: none, doubt has no consequence.</summary>
    [ConfigKey("Calibration of the signs of doubt (*.confidence.json).", IsPath = true, DefaultText = "none, doubt has no consequence")]
    public string? Calibration { get; init; }

    /// <summary>A calibrated p-value below this asks a person: the share of good steps on which that happens. 0 to 0.999. Default: 0.01 with a calibration.</summary>
    [ConfigKey(
        "A calibrated p-value below this asks a person: the share of good steps on which that happens.",
        Min = 0, Max = 0.999, DefaultText = "0.01 with a calibration")]
    public double? AskBelowP { get; init; }

    /// <summary>A calibrated p-value below this degrades the run. 0 to 0.999. Default: never.</summary>
    [ConfigKey("A calibrated p-value below this degrades the run.", Min = 0, Max = 0.999, DefaultText = "never")]
    public double? DegradeBelowP { get; init; }
}
