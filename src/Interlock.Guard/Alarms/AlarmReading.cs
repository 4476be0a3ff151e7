namespace Interlock.Guard.Alarms;

/// <summary>What an alarm saw at the newest step.</summary>
/// <param name="Monitor">The monitor that drives it, as a position in <see cref="ActionGuard.Monitors"/>; −1 where none does.</param>
/// <param name="Value">The alarm's statistic: spreads off the usual course for bands, a sum for CUSUM; NaN where there is none.</param>
/// <param name="Limit">What it is held against, same unit; NaN where there is none.</param>
public readonly record struct AlarmReading(int Monitor, double Value, double Limit)
{
    internal static AlarmReading None { get; } = new(-1, double.NaN, double.NaN);
}
