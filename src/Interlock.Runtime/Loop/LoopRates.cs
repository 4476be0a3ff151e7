namespace Interlock.Runtime.Loop;

/// <summary>The two rates of a run.</summary>
/// <param name="ControlHz">Commands per second.</param>
/// <param name="PolicyHz">Rows of a chunk per second; at most <paramref name="ControlHz"/>.</param>
internal sealed record LoopRates(double ControlHz, double PolicyHz)
{
    private const double NsPerS = 1e9;

    public double ControlPeriodNs => NsPerS / ControlHz;

    public double PolicyPeriodNs => NsPerS / PolicyHz;

    /// <summary>Policy steps per control tick.</summary>
    public double StepsPerTick => PolicyHz / ControlHz;
}
