using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// Whether the motion has been too small for <see cref="WindowSteps"/> steps on end; share of such steps over the episode.
/// A step stands still when ‖v_t‖ &lt; threshold or v_t = 0. Grippers are left out of the norm.
/// <para>Source: stall detector of the published toolkit, whose fixed threshold of 1.0 belongs to pixels.</para>
/// </summary>
internal sealed class Stall : IMonitor
{
    /// <summary>Steps without motion that make a stall.</summary>
    internal const int WindowSteps = 10;

    /// <summary>Threshold without calibration, as a share of the root mean square motion of the episode so far.</summary>
    internal const double TypicalMotionShare = 0.05;

    private readonly bool _hasArm;
    private readonly double? _thresholdSquared;
    private RunningMean _motionSquares;
    private RunningMean _episode;

    public Stall(ChannelLanes channels, MonitorModels? models)
    {
        _hasArm = channels.ArmCount > 0;
        _thresholdSquared = models?.StallMotionNorm * models?.StallMotionNorm;
    }

    public MonitorInfo Info { get; } = new(
        "stall", "", MonitorDirection.Higher, "1 while the policy has stood still for ten steps; share of such steps over the episode");

    /// <summary>Steps on end that stood still, the newest included.</summary>
    public long RunSteps { get; private set; }

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (frame.MotionCount == 0 || !_hasArm)
        {
            return;
        }

        double squared = frame.ArmMotionSquared;
        _motionSquares.Add(squared);
        double threshold = _thresholdSquared ?? (TypicalMotionShare * TypicalMotionShare * _motionSquares.Value);
        RunSteps = squared < threshold || squared == 0 ? RunSteps + 1 : 0;
        StepValue = RunSteps >= WindowSteps ? 1 : 0;
        _episode.Add(StepValue);
    }

    public void Reset()
    {
        RunSteps = 0;
        StepValue = double.NaN;
        _motionSquares.Reset();
        _episode.Reset();
    }
}
