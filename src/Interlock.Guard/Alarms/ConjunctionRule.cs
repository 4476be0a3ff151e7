namespace Interlock.Guard.Alarms;

/// <summary>Fires when both monitors run further than <paramref name="Threshold"/> spreads above their means at the same time.</summary>
/// <param name="Name">Name of the alarm.</param>
/// <param name="Alpha">Largest chance that a normal episode ever fires it.</param>
/// <param name="Novel">The monitor of the situation; it has a band.</param>
/// <param name="Confused">The monitor of the policy; it has a band.</param>
/// <param name="Threshold">The ⌈(n + 1)(1 − alpha)⌉-th smallest over the calibration episodes of the largest joint deviation.</param>
public sealed record ConjunctionRule(string Name, double Alpha, string Novel, string Confused, double Threshold);
