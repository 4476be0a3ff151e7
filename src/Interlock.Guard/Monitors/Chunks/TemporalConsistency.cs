using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Chunks;

/// <summary>
/// How far a new chunk contradicts what the previous one planned for the same steps; renewed with every chunk, NaN where
/// the two do not overlap,
/// mean over chunks. For one sample: the mean squared difference over the overlap and the channels, in demonstration
/// scales. For several: the squared
/// maximum mean discrepancy between the two sets, MMD² = E k(x,x′) + E k(y,y′) − 2 E k(x,y), k = exp(−δ/(2h²)), δ that mean
/// squared difference and
/// h a tenth of a scale, which lies between 0 and 2.
/// <para>Source: STAC of Sentinel (arXiv 2410.04640); chunk-overlap error of ActProbe (arXiv 2606.08508); MMD: Gretton et
/// al. 2012. The published toolkit has no such monitor.</para>
/// </summary>
internal sealed class TemporalConsistency : IMonitor
{
    /// <summary>Kernel bandwidth, in demonstration scales.</summary>
    internal const double Bandwidth = 0.1;

    private readonly double[]? _scale;
    private readonly double[] _period = [];
    private ScaledChunk _previous = new();
    private ScaledChunk _newest = new();
    private long _stepsSinceChunk;
    private RunningMean _episode;

    public TemporalConsistency(ChannelLanes channels, ConformalModel? model)
    {
        _scale = model?.Scale;
        if (_scale is not null && channels.HasWraps)
        {
            _period = [.. channels.Layout.WrapPeriod.Zip(_scale, (period, scale) => period / scale)];
        }
    }

    public MonitorInfo Info { get; } = new(
        "temporal_consistency", "", MonitorDirection.Higher, "Contradiction between consecutive chunks about the same steps");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame) => ObserveStep();

    /// <summary>A step has passed, whatever its action was.</summary>
    public void ObserveStep() => _stepsSinceChunk++;

    public void ObserveChunk(ReadOnlySpan<double> chunk, int sampleCount, int horizon)
    {
        if (_scale is null)
        {
            return;
        }

        (_previous, _newest) = (_newest, _previous);
        _newest.Load(chunk, sampleCount, horizon, _scale);
        long overlap = Math.Min(_previous.Horizon - _stepsSinceChunk, _newest.Horizon);
        StepValue = overlap > 0 ? Contradiction((int)_stepsSinceChunk, (int)overlap) : double.NaN;
        _stepsSinceChunk = 0;
        if (!double.IsNaN(StepValue))
        {
            _episode.Add(StepValue);
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
        _stepsSinceChunk = 0;
        _previous.Clear();
        _newest.Clear();
    }

    private double Contradiction(int firstRow, int rows)
    {
        double value = _previous.SampleCount == 1 && _newest.SampleCount == 1
            ? MeanSquare(_previous, 0, firstRow, _newest, 0, 0, rows)
            : MeanKernel(_previous, firstRow, _previous, firstRow, rows)
                + MeanKernel(_newest, 0, _newest, 0, rows)
                - (2 * MeanKernel(_previous, firstRow, _newest, 0, rows));
        return double.IsFinite(value) ? value : double.NaN;
    }

    private double MeanKernel(ScaledChunk a, int firstA, ScaledChunk b, int firstB, int rows)
    {
        double sum = 0;
        for (int i = 0; i < a.SampleCount; i++)
        {
            for (int j = 0; j < b.SampleCount; j++)
            {
                sum += Math.Exp(MeanSquare(a, i, firstA, b, j, firstB, rows) / (-2 * Bandwidth * Bandwidth));
            }
        }

        return sum / ((double)a.SampleCount * b.SampleCount);
    }

    private double MeanSquare(ScaledChunk a, int sampleA, int firstA, ScaledChunk b, int sampleB, int firstB, int rows)
    {
        int width = _scale!.Length;
        return ScaledChunk.MeanSquare(a.Rows(sampleA, firstA, rows, width), b.Rows(sampleB, firstB, rows, width), _period);
    }
}
