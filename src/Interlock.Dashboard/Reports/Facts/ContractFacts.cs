namespace Interlock.Dashboard.Reports.Facts;

/// <summary>What the contract of the run promised, as far as a readiness report asks.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mode">Word.</param>
/// <param name="Channels">How many.</param>
/// <param name="Bounded">Channels with both bounds, or continuous.</param>
/// <param name="SpeedLimited">Channels with a limit on step or velocity.</param>
/// <param name="AccelerationLimited">Channels with a limit on acceleration.</param>
/// <param name="MaxForceN">N; null for none.</param>
/// <param name="MaxTorqueNm">N·m; null for none.</param>
/// <param name="MaxAgeMs">Watchdog, ms; null for none.</param>
/// <param name="Calibration">File that the monitors name; null for none.</param>
internal sealed record ContractFacts(
    string Name, string Mode, int Channels, int Bounded, int SpeedLimited, int AccelerationLimited, double? MaxForceN, double? MaxTorqueNm, double? MaxAgeMs, string? Calibration);
