namespace Interlock.Core.Contract;

/// <summary>Which monitors matter for the policy, and where their calibration lies.</summary>
public sealed record MonitorSettings
{
    /// <summary>Policy family.</summary>
    public PolicyProfile Profile { get; init; } = PolicyProfile.Unknown;

    /// <summary>Calibration file, relative to the contract; null when there is none.</summary>
    public string? Calibration { get; init; }
}
