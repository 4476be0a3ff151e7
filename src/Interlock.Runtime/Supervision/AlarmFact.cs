namespace Interlock.Runtime.Supervision;

/// <summary>An alarm of the guard that fired.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="Monitor">Name of the monitor that drives it; null where none does.</param>
/// <param name="Value">Its statistic; NaN where there is none.</param>
/// <param name="Limit">Its threshold; NaN where there is none.</param>
public readonly record struct AlarmFact(string Code, string? Monitor, double Value, double Limit);
