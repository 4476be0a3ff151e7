using System.Numerics;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// Fraction of (step, channel) pairs at which the velocity turns round. A channel turns when it moves further than its
/// dead band against the direction of its last move that did; pauses in between neither count nor forget the direction.
/// <para>r_t = (1/D) Σ_j 1[d_{t,j} d_{t−1,j} &lt; 0], d_{t,j} = sign(v_{t,j}) where |v_{t,j}| &gt; b_j, else d_{t−1,j}; the
/// episode value is the mean of r_t from the second motion on. Grippers are left out of j and D.</para>
/// Source: direction-reversal rate of arXiv 2605.28726, made a true fraction.
/// </summary>
internal sealed class ReversalRate : IMonitor
{
    /// <summary>Dead band without calibration, as a share of the largest motion that the channel has made in the episode.</summary>
    internal const double DeadBandShare = 0.01;

    private readonly int _armCount;
    private readonly Vector<double>[] _armWeight;
    private readonly Vector<double>[]? _calibratedBand;
    private readonly Vector<double>[] _largest;
    private readonly Vector<double>[] _direction;
    private RunningMean _episode;

    public ReversalRate(ChannelLanes channels, MonitorModels? models)
    {
        _armCount = channels.ArmCount;
        _armWeight = channels.ArmWeight;
        _calibratedBand = models?.MotionDeadBand is { } band ? Lanes.From(band) : null;
        _largest = Lanes.Zeros(channels.Count);
        _direction = Lanes.Zeros(channels.Count);
    }

    public MonitorInfo Info { get; } = new(
        "reversal_rate", "", MonitorDirection.Higher, "Fraction of channels whose velocity turns round at a step");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (frame.MotionCount == 0 || _armCount == 0)
        {
            return;
        }

        double reversals = CountReversals(frame.MotionLanes);
        if (frame.MotionCount >= 2)
        {
            StepValue = reversals / _armCount;
            _episode.Add(StepValue);
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
        Array.Clear(_largest);
        Array.Clear(_direction);
    }

    private double CountReversals(Vector<double>[] motion)
    {
        Vector<double> reversals = Vector<double>.Zero;
        for (int i = 0; i < motion.Length; i++)
        {
            Vector<double> band = Band(i, motion[i]);
            Vector<double> last = _direction[i];
            Vector<double> down = Vector.ConditionalSelect(Vector.LessThan(motion[i], -band), -Vector<double>.One, last);
            Vector<double> direction = Vector.ConditionalSelect(Vector.GreaterThan(motion[i], band), Vector<double>.One, down);
            Vector<long> turned = Vector.LessThan(direction * last, Vector<double>.Zero);
            reversals += Vector.ConditionalSelect(turned, _armWeight[i], Vector<double>.Zero);
            _direction[i] = direction;
        }

        return Vector.Sum(reversals);
    }

    private Vector<double> Band(int lane, Vector<double> motion)
    {
        if (_calibratedBand is not null)
        {
            return _calibratedBand[lane];
        }

        Vector<double> largest = Vector.MaxNative(_largest[lane], Vector.Abs(motion));
        _largest[lane] = largest;
        return largest * DeadBandShare;
    }
}
