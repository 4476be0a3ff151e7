using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// How well the newest motion continues the four before it: c_t = cos(r_t, v_t), mean over the episode. r_t is the sum of those
/// four motions; when they lead back on themselves (‖Σ v_k‖ &lt; ½ Σ ‖v_k‖) it is the last of them, so that a zigzag scores −1.
/// At rest, or without any earlier direction, c_t = 0. From the fifth motion on; grippers are left out.
/// <para>Source: momentum coherence of arXiv 2605.28726, which scores 1 for a zigzag and for a freeze.</para>
/// </summary>
internal sealed class MomentumCoherence : IMonitor
{
    /// <summary>Earlier motions that make the direction.</summary>
    internal const int PastCount = 4;

    /// <summary>Net distance of the earlier motions over their path length, below which their sum is no direction.</summary>
    internal const double StraightEnough = 0.5;

    private readonly int _laneCount;
    private readonly bool _hasArm;
    private readonly Vector<double>[] _armWeight;
    private readonly Vector<double>[] _past;
    private readonly double[] _pastNorm = new double[PastCount];
    private int _newest;
    private RunningMean _episode;

    public MomentumCoherence(ChannelLanes channels)
    {
        _laneCount = Lanes.CountFor(channels.Count);
        _hasArm = channels.ArmCount > 0;
        _armWeight = channels.ArmWeight;
        _past = new Vector<double>[PastCount * _laneCount];
    }

    public MonitorInfo Info { get; } = new(
        "momentum_coherence", "", MonitorDirection.Lower, "Cosine between the newest motion and the motions before it");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (frame.MotionCount == 0 || !_hasArm)
        {
            return;
        }

        double norm = Math.Sqrt(frame.ArmMotionSquared);
        if (frame.MotionCount > PastCount)
        {
            StepValue = Coherence(frame.MotionLanes, norm);
            _episode.Add(StepValue);
        }

        Remember(frame.MotionLanes, norm);
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _newest = 0;
        _episode.Reset();
        Array.Clear(_past);
        Array.Clear(_pastNorm);
    }

    private double Coherence(Vector<double>[] motion, double norm)
    {
        Vector<double> alongSum = Vector<double>.Zero;
        Vector<double> sumSquares = Vector<double>.Zero;
        Vector<double> alongLast = Vector<double>.Zero;
        ReadOnlySpan<Vector<double>> p0 = Past(0);
        ReadOnlySpan<Vector<double>> p1 = Past(1);
        ReadOnlySpan<Vector<double>> p2 = Past(2);
        ReadOnlySpan<Vector<double>> p3 = Past(3);
        ReadOnlySpan<Vector<double>> last = Past(_newest);
        for (int i = 0; i < motion.Length; i++)
        {
            Vector<double> sum = p0[i] + p1[i] + (p2[i] + p3[i]);
            alongSum += sum * motion[i];
            sumSquares += sum * sum;
            alongLast += last[i] * motion[i];
        }

        double path = _pastNorm[0] + _pastNorm[1] + _pastNorm[2] + _pastNorm[3];
        double netSquared = Vector.Sum(sumSquares);
        return netSquared >= StraightEnough * StraightEnough * path * path
            ? Cosine(Vector.Sum(alongSum), Math.Sqrt(netSquared), norm)
            : Cosine(Vector.Sum(alongLast), _pastNorm[_newest], norm);
    }

    private void Remember(Vector<double>[] motion, double norm)
    {
        _newest = (_newest + 1) & (PastCount - 1);
        _pastNorm[_newest] = norm;
        Span<Vector<double>> slot = _past.AsSpan(_newest * _laneCount, _laneCount);
        for (int i = 0; i < motion.Length; i++)
        {
            slot[i] = motion[i] * _armWeight[i];
        }
    }

    private ReadOnlySpan<Vector<double>> Past(int slot) => _past.AsSpan(slot * _laneCount, _laneCount);

    private static double Cosine(double product, double pastNorm, double norm) =>
        pastNorm > Rest.Norm && norm > Rest.Norm ? product / (pastNorm * norm) : 0;
}
