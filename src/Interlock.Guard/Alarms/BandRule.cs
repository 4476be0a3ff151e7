namespace Interlock.Guard.Alarms;

/// <summary>Fires when any of the monitors runs further than <paramref name="Threshold"/> spreads above its mean.</summary>
/// <param name="Name">Name of the alarm.</param>
/// <param name="Alpha">Largest chance that a normal episode ever fires it.</param>
/// <param name="Monitors">The monitors; each has a band.</param>
/// <param name="Threshold">The ⌈(n + 1)(1 − alpha)⌉-th smallest of the largest deviations of the calibration episodes.</param>
public sealed record BandRule(string Name, double Alpha, IReadOnlyList<string> Monitors, double Threshold);
