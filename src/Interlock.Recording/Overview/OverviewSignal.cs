namespace Interlock.Recording.Overview;

/// <summary>One column of a recording over its whole length.</summary>
/// <param name="Key"><c>GROUP/NAME</c>, for example <c>guarded/shoulder_pan.pos</c> or <c>timing/latency_ms</c>.</param>
/// <param name="Unit">Symbol; empty for none.</param>
/// <param name="Count">Values that are numbers, the infinities among them.</param>
/// <param name="NotANumber">Recorded values that are NaN. A step without the value is counted in neither.</param>
/// <param name="Min">Smallest number, exact; NaN without one.</param>
/// <param name="Max">Largest number, exact; NaN without one.</param>
/// <param name="Mean">Sum in the order of time by <see cref="Count"/>; NaN without a number, and where both infinities occur.</param>
public sealed record OverviewSignal(string Key, string Unit, long Count, long NotANumber, double Min, double Max, double Mean)
{
    /// <summary>What stands before the first stroke of the key.</summary>
    public string Group => Key[..Math.Max(0, Key.IndexOf('/', StringComparison.Ordinal))];

    /// <summary>What stands behind the first stroke of the key.</summary>
    public string Name => Key[(Key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
