using System.Numerics;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Novelty;

/// <summary>
/// Mahalanobis distance of the action from the demonstrations: d_t = ‖W (a_t − mean)‖, WᵀW the inverse of the shrunk covariance; root mean
/// square over the episode. Infinite at a step whose action is not finite.
/// <para>Source: Mahalanobis (1936); shrinkage after Ledoit and Wolf (2004). The published toolkit has no such monitor.</para>
/// </summary>
internal sealed class OutOfDistribution : IMonitor
{
    private readonly ChannelLanes _channels;
    private readonly Vector<double>[]? _mean;
    private readonly Vector<double>[] _deviation = [];
    private readonly Vector<double>[] _whitening = [];
    private double _squared = double.NaN;
    private RunningMean _episode;

    public OutOfDistribution(ChannelLanes channels, MahalanobisModel? model)
    {
        _channels = channels;
        if (model is not null)
        {
            _mean = Lanes.From(model.Mean);
            _deviation = Lanes.Zeros(channels.Count);
            _whitening = RowBlocks(model.Whitening, channels.Count);
        }
    }

    public MonitorInfo Info { get; } = new(
        "out_of_distribution", "σ", MonitorDirection.Higher, "Mahalanobis distance of the action from the demonstrations");

    public double StepValue => Math.Sqrt(_squared);

    public double EpisodeValue => _episode.Root;

    public void Observe(MotionFrame frame)
    {
        if (_mean is null)
        {
            return;
        }

        Vector<double>[] action = frame.ActionLanes;
        for (int i = 0; i < action.Length; i++)
        {
            _deviation[i] = _channels.ShortWay(i, action[i] - _mean[i]);
        }

        _squared = WhitenedSquare();
        _episode.Add(_squared);
    }

    /// <summary>
    /// A non-finite action is infinitely far away; it does not enter the episode value, which would stay infinite for ever.
    /// </summary>
    public void ObserveNonFinite()
    {
        if (_mean is not null)
        {
            _squared = double.PositiveInfinity;
        }
    }

    public void Reset()
    {
        _squared = double.NaN;
        _episode.Reset();
    }

    private double WhitenedSquare()
    {
        ReadOnlySpan<double> deviation = Lanes.Scalars(_deviation)[.._channels.Count];
        Vector<double> squares = Vector<double>.Zero;
        int at = 0;
        for (int block = 0; block < _deviation.Length; block++)
        {
            int columns = Math.Min((block + 1) * Vector<double>.Count, deviation.Length);
            ReadOnlySpan<Vector<double>> whitening = _whitening.AsSpan(at, columns);
            Vector<double> even = Vector<double>.Zero;
            Vector<double> odd = Vector<double>.Zero;
            for (int j = 1; j < whitening.Length && j < deviation.Length; j += 2)
            {
                even += whitening[j - 1] * deviation[j - 1];
                odd += whitening[j] * deviation[j];
            }

            Vector<double> rows = even + odd;
            if (columns % 2 == 1)
            {
                rows += whitening[^1] * deviation[columns - 1];
            }

            squares += rows * rows;
            at += columns;
        }

        return Vector.Sum(squares);
    }

    // The triangle in blocks of as many rows as a vector holds, column after column, so that a block is one chain of multiply-adds.
    private static Vector<double>[] RowBlocks(double[] whitening, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(whitening.Length, count * count);
        List<Vector<double>> blocks = [];
        double[] rows = new double[Vector<double>.Count];
        for (int first = 0; first < count; first += rows.Length)
        {
            for (int column = 0; column < Math.Min(first + rows.Length, count); column++)
            {
                for (int k = 0; k < rows.Length; k++)
                {
                    rows[k] = first + k < count ? whitening[((first + k) * count) + column] : 0;
                }

                blocks.Add(new Vector<double>(rows));
            }
        }

        return [.. blocks];
    }
}
