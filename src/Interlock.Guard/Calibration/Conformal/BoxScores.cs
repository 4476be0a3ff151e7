using System.Runtime.CompilerServices;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Conformal;

/// <summary>Scores of the calibration episodes: s = max_j |a_j − centre_j| / scale_j, and where asked each channel's own.</summary>
internal sealed class BoxScores
{
    private readonly double[] _centre;
    private readonly double[] _scale;
    private readonly ScoreStride _stride;
    private readonly ScoreCollector[] _perChannel;
    private readonly double[] _channelMaximum;
    private readonly List<double> _means = [];
    private double _energySum;
    private double _energySquares;
    private long _rows;

    public BoxScores(ChannelShape[] shapes, BoxKind kind, ScoreStride stride, long totalSteps)
    {
        _centre = [.. shapes.Select(shape => shape.Centre)];
        _scale = [.. shapes.Select(shape => shape.Scale)];
        _stride = stride;
        int expected = (int)(totalSteps / stride.Steps) + 1;
        Joint = new ScoreCollector(expected);
        _perChannel = kind == BoxKind.PerJoint ? [.. shapes.Select(_ => new ScoreCollector(expected))] : [];
        _channelMaximum = new double[shapes.Length];
    }

    public ScoreCollector Joint { get; }

    /// <summary>One per channel for <see cref="BoxKind.PerJoint"/>, else empty.</summary>
    public IReadOnlyList<ScoreCollector> PerChannel => _perChannel;

    /// <summary>Mean score of every episode: one number that drifts when the policy or the cell does.</summary>
    public IReadOnlyList<double> EpisodeMeans => _means;

    public ConformalModel ModelWith(double[] sortedScores) => new(_centre, _scale, sortedScores);

    /// <summary>Mean and spread of Σ_j |a_j − centre_j| / scale_j over the calibration steps.</summary>
    public EnergyModel Energy()
    {
        const double smallestDeviation = 1e-9;
        double mean = _energySum / _rows;
        double variance = Math.Max(0, (_energySquares / _rows) - (mean * mean));
        return new EnergyModel(mean, Math.Max(Math.Sqrt(variance), smallestDeviation * Math.Max(1, mean)));
    }

    /// <summary>Takes in an episode; writes the score of every step to <paramref name="series"/> when it is not empty.</summary>
    public void Add(Episode episode, Span<double> series)
    {
        int next = _stride.FirstOf(episode.Length);
        double maximum = 0;
        double sum = 0;
        Array.Clear(_channelMaximum);
        for (int t = 0; t < episode.Length; t++)
        {
            double score = Score(episode.Action(t));
            maximum = Math.Max(maximum, score);
            sum += score;
            if (t == next)
            {
                next += _stride.Steps;
                Joint.Hold(score);
                HoldChannels(episode.Action(t));
            }

            if (!series.IsEmpty)
            {
                series[t] = score;
            }

            WidenChannels(episode.Action(t));
        }

        _rows += episode.Length;
        _means.Add(sum / episode.Length);
        Joint.EndEpisode(maximum);
        EndChannels();
    }

    /// <summary>Score of one channel.</summary>
    public double Score(ReadOnlySpan<double> action, int channel) => Math.Abs(action[channel] - _centre[channel]) / _scale[channel];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Score(ReadOnlySpan<double> action)
    {
        double largest = 0;
        double energy = 0;
        for (int j = 0; j < action.Length; j++)
        {
            double score = Math.Abs(action[j] - _centre[j]) / _scale[j];
            energy += score;
            largest = score > largest ? score : largest;
        }

        _energySum += energy;
        _energySquares += energy * energy;
        return largest;
    }

    private void HoldChannels(ReadOnlySpan<double> action)
    {
        for (int j = 0; j < _perChannel.Length; j++)
        {
            _perChannel[j].Hold(Score(action, j));
        }
    }

    private void WidenChannels(ReadOnlySpan<double> action)
    {
        for (int j = 0; j < _perChannel.Length; j++)
        {
            _channelMaximum[j] = Math.Max(_channelMaximum[j], Score(action, j));
        }
    }

    private void EndChannels()
    {
        for (int j = 0; j < _perChannel.Length; j++)
        {
            _perChannel[j].EndEpisode(_channelMaximum[j]);
        }
    }
}
