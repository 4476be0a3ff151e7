using System.Numerics;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// Root mean square over the steps of the largest jerk of any channel: q_t = max_j |v_t − 2v_{t−1} + v_{t−2}|_j / dt³, from the
/// fourth action on. Velocity commands are one derivative further, so their second difference is divided by dt².
/// Per step³ when the contract has no rate. Grippers are left out.
/// <para>Source: "jerk RMS" of arXiv 2605.28726, with time.</para>
/// </summary>
internal sealed class JerkRms : IMonitor
{
    private const int MotionsNeeded = 3;

    private readonly bool _hasArm;
    private readonly Vector<double>[] _scale;
    private RunningMean _squares;

    public JerkRms(ChannelLanes channels)
    {
        _hasArm = channels.ArmCount > 0;
        _scale = Lanes.From(ScaleOf(channels.Layout));
        for (int i = 0; i < _scale.Length; i++)
        {
            _scale[i] *= channels.ArmWeight[i];
        }

        string unit = channels.Layout.HasRate ? "unit/s³" : "unit/step³";
        Info = new MonitorInfo("jerk_rms", unit, MonitorDirection.Higher, "Largest jerk of any channel; root mean square over the episode");
    }

    public MonitorInfo Info { get; }

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _squares.Root;

    public void Observe(MotionFrame frame)
    {
        if (frame.MotionCount < MotionsNeeded || !_hasArm)
        {
            return;
        }

        Vector<double>[] third = frame.ThirdDifferenceLanes;
        Vector<double> largest = Vector<double>.Zero;
        for (int i = 0; i < third.Length; i++)
        {
            largest = Vector.MaxNative(largest, Vector.Abs(third[i]) * _scale[i]);
        }

        StepValue = Lanes.Max(largest);
        _squares.Add(StepValue * StepValue);
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _squares.Reset();
    }

    private static double[] ScaleOf(ChannelLayout layout)
    {
        double perStepCubed = 1 / (layout.DtS * layout.DtS * layout.DtS);
        return [.. layout.IsRate.Select(isRate => isRate && layout.CommandsVelocity ? perStepCubed * layout.DtS : perStepCubed)];
    }
}
