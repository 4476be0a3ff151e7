using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// How far the correlation between the channels' motions is from that of the demonstrations:
/// (1/D) √ Σ_{i≠j} w² (r_ij − R_ij)², w = min(n/(n + D), 0.9), r over the last n = 41 to 50 motions; root mean square over the episode.
/// One row of r is evaluated per step, so the value is renewed every D steps. A channel that does not move has correlation
/// 0 with every other.
/// <para>Source: correlation divergence of the published toolkit. There only r is shrunk by w, which leaves a difference between
/// equal correlations, and the diagonal of a motionless channel is lost.</para>
/// </summary>
internal sealed class CorrelationDivergence : IMonitor
{
    /// <summary>Motions needed for the first row.</summary>
    internal const int SmallestWindow = 10;

    /// <summary>Largest trust in the window's correlations.</summary>
    internal const double LargestWeight = 0.9;

    private readonly MotionCovariance? _covariance;
    private readonly int _channelCount;
    private int _row;
    private double _cycleSum;
    private double _squared = double.NaN;
    private RunningMean _episode;

    public CorrelationDivergence(ChannelLanes channels, CorrelationModel? model)
    {
        _channelCount = channels.Count;
        _covariance = model is null || channels.Count < 2 ? null : new MotionCovariance(channels.Count, model.Correlation);
    }

    public MonitorInfo Info { get; } = new(
        "correlation_divergence", "", MonitorDirection.Higher, "Distance between the correlation of the channels' motions and the demonstrations'");

    public double StepValue => Math.Sqrt(_squared) / _channelCount;

    public double EpisodeValue => _episode.Root / _channelCount;

    public void Observe(MotionFrame frame)
    {
        if (_covariance is null || frame.MotionCount == 0)
        {
            return;
        }

        _covariance.Add(frame.MotionLanes);
        if (_covariance.Count >= SmallestWindow)
        {
            EvaluateRow(_covariance);
        }
    }

    public void Reset()
    {
        _covariance?.Reset();
        _row = 0;
        _cycleSum = 0;
        _squared = double.NaN;
        _episode.Reset();
    }

    private void EvaluateRow(MotionCovariance covariance)
    {
        double count = covariance.Count;
        double weight = Math.Min(count / (count + _channelCount), LargestWeight);
        _cycleSum += weight * weight * covariance.RowDistance(_row);
        if (++_row == _channelCount)
        {
            _squared = _cycleSum;
            _episode.Add(_squared);
            _row = 0;
            _cycleSum = 0;
        }
    }
}
