using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// Whether the policy asked for more motion than the contract allows on any channel: 1[∃j: |v_{t,j}| &gt; limit_j], share of such
/// steps over the episode. The published toolkit counts them, so that long episodes look worse.
/// </summary>
internal sealed class VelocityViolations : IMonitor
{
    // A policy that moves at exactly its limit must not be counted because a difference of two positions is rounded.
    private const double RelativeRounding = 1e-9;

    private readonly Vector<double>[]? _limit;
    private RunningMean _episode;

    /// <param name="channels">The channels.</param>
    /// <param name="limits">Limits on the motion; without <see cref="MonitorLimits.MaxMotion"/> the monitor stays NaN.</param>
    public VelocityViolations(ChannelLanes channels, MonitorLimits? limits)
    {
        if (limits?.MaxMotion is { } motion)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(motion.Length, channels.Count);
            double[] tolerant = [.. motion.Select(limit => limit * (1 + RelativeRounding))];
            _limit = Lanes.From(tolerant, double.PositiveInfinity);
        }
    }

    public MonitorInfo Info { get; } = new(
        "velocity_violations", "", MonitorDirection.Higher, "1 when the raw motion of a step exceeds the contract; share of such steps over the episode");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (_limit is null || frame.MotionCount == 0)
        {
            return;
        }

        Vector<double>[] motion = frame.MotionLanes;
        Vector<long> exceeded = Vector<long>.Zero;
        for (int i = 0; i < motion.Length; i++)
        {
            exceeded |= Vector.GreaterThan(Vector.Abs(motion[i]), _limit[i]);
        }

        StepValue = exceeded == Vector<long>.Zero ? 0 : 1;
        _episode.Add(StepValue);
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }
}
