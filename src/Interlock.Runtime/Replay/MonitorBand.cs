namespace Interlock.Runtime.Replay;

/// <summary>The functional band of a monitor and the limit at which an alarm on it begins. Values are in the monitor's unit, one for each bin; the last holds for ever.</summary>
/// <param name="Alarm">Name of the alarm.</param>
/// <param name="Alpha">Chance that a normal episode ever sets the alarm off, at most; 0 to 1.</param>
/// <param name="IsWorseBelow">True where the alarm is below the limit.</param>
/// <param name="WindowSteps">Newest values that the alarm averages, 1 or more.</param>
/// <param name="BinSteps">Steps in a bin, 1 or more.</param>
/// <param name="Usual">Usual value per bin.</param>
/// <param name="Limit">Where the alarm begins, per bin.</param>
public sealed record MonitorBand(string Alarm, double Alpha, bool IsWorseBelow, int WindowSteps, int BinSteps, IReadOnlyList<double> Usual, IReadOnlyList<double> Limit);
