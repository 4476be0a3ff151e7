namespace Interlock.Dashboard.Series;

/// <summary>The exact numbers of one step.</summary>
/// <param name="T">s since the start of the recording.</param>
/// <param name="Tick">Control tick.</param>
/// <param name="Verdict">Word.</param>
/// <param name="Supervisor">Word.</param>
/// <param name="Source">Word.</param>
/// <param name="Values">By signal key, every signal of the view; null where the step has no value, NaN and the infinities as recorded.</param>
public sealed record ViewStep(double T, long Tick, string Verdict, string Supervisor, string Source, IReadOnlyDictionary<string, double?> Values);
