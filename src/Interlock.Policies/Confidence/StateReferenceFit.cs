using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Randomness;

namespace Interlock.Policies.Confidence;

/// <summary>One pass over demonstrations: moments of the states, and a uniform draw of them (reservoir sampling).</summary>
internal sealed class StateReferenceFit
{
    private readonly StateReferenceOptions _options;
    private readonly SeededRandom _random;
    private readonly List<double[]> _kept = [];
    private StateMoments? _moments;
    private int _episodes;

    public StateReferenceFit(StateReferenceOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Points, StateReferenceOptions.MostPoints);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Neighbours);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Neighbours, StateReferenceOptions.MostNeighbours);
        _options = options;
        _random = new SeededRandom(options.Seed);
    }

    public void Add(Episode episode)
    {
        if (episode.States is null || episode.StateDimension == 0 || episode.Length == 0)
        {
            throw Refused($"episode {episode.Index} has no states");
        }

        _moments ??= new StateMoments(episode.StateDimension);
        if (_moments.Dimension != episode.StateDimension)
        {
            throw Refused($"episode {episode.Index} has {episode.StateDimension} state channels, the first one has {_moments.Dimension}");
        }

        _episodes++;
        for (int t = 0; t < episode.Length; t++)
        {
            Add(episode.State(t));
        }
    }

    public StateReference Finish()
    {
        if (_moments is null || _episodes < 2 || _moments.Count <= _moments.Dimension)
        {
            throw Refused($"{_episodes} episodes with {_moments?.Count ?? 0} finite states are too few");
        }

        (double[] mean, double[] deviation) = (_moments.Mean(), _moments.Deviation());
        if (!deviation.Any(value => value > 0))
        {
            throw Refused("no state channel ever moves");
        }

        // Steps of one episode repeat each other: the number of independent samples is nearer to that of the episodes.
        double[] correlation = CorrelationShrinkage.Shrink(_moments.Correlation(), deviation, _episodes);
        double[] factor = Cholesky.Factor(correlation, mean.Length) ?? throw Refused("the correlation of the states is not positive definite");
        StateReference bare = new(mean, deviation, factor, [], _options.Neighbours);
        return new StateReference(mean, deviation, factor, Standardised(bare), _options.Neighbours);
    }

    private double[] Standardised(StateReference reference)
    {
        double[] points = new double[_kept.Count * reference.Dimension];
        for (int i = 0; i < _kept.Count; i++)
        {
            reference.Standardise(_kept[i], points.AsSpan(i * reference.Dimension, reference.Dimension));
        }

        return points;
    }

    private void Add(ReadOnlySpan<double> state)
    {
        foreach (double value in state)
        {
            if (!double.IsFinite(value))
            {
                return;
            }
        }

        _moments!.Add(state);
        if (_kept.Count < _options.Points)
        {
            _kept.Add(state.ToArray());
        }
        else if (_random.NextInt((int)Math.Min(_moments.Count, int.MaxValue)) is var at && at < _kept.Count)
        {
            state.CopyTo(_kept[at]);
        }
    }

    private static DiagnosticException Refused(string message) =>
        new(ConfidenceCodes.Reference, message, null, "fit on two or more demonstrations with measured states of the robot that runs");
}
