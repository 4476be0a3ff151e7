namespace Interlock.Robots.Cameras;

/// <summary>Which frame a camera is at: frame 0 is taken when it is asked for the first time.</summary>
internal sealed class FrameSchedule(double rateHz)
{
    private const double NsPerS = 1e9;

    private long? _originNs;

    public long FrameAt(long nowNs)
    {
        _originNs ??= nowNs;
        return Math.Max(0, (long)Math.Floor((nowNs - _originNs.Value) * rateHz / NsPerS));
    }

    public long TimeOf(long frame) => _originNs.GetValueOrDefault() + (long)Math.Ceiling(frame * NsPerS / rateHz);
}
