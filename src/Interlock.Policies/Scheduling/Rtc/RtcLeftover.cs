namespace Interlock.Policies.Scheduling.Rtc;

/// <summary>The rows under way at a step.</summary>
/// <param name="Rows">Row-major, as the policy wrote them; valid until the next answer is remembered.</param>
/// <param name="RowCount">How many.</param>
/// <param name="Horizon">Rows that may bind the next chunk: the execution horizon, cut to the rows there are.</param>
public readonly record struct RtcLeftover(ReadOnlyMemory<double> Rows, int RowCount, int Horizon);
