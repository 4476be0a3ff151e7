using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Policies.Confidence;

/// <summary>
/// States of demonstrations, against which an observed state is held in standardised units. A channel that never moved in the
/// demonstrations has no scale and is left out: the guard's bounds watch it. Does not change.
/// </summary>
public sealed class StateReference
{
    private readonly NeighbourSearch _search;
    private readonly int _usedChannels;

    internal StateReference(double[] mean, double[] deviation, double[] factor, double[] points, int neighbours)
    {
        Mean = mean;
        Deviation = deviation;
        Factor = factor;
        Points = points;
        Neighbours = neighbours;
        _usedChannels = deviation.Count(value => value > 0);
        _search = new NeighbourSearch(points, mean.Length, neighbours);
    }

    /// <summary>State channels, S.</summary>
    public int Dimension => Mean.Length;

    /// <summary>Nearest points whose distances are averaged.</summary>
    public int Neighbours { get; }

    /// <summary>Mean of each channel, channel units.</summary>
    internal double[] Mean { get; }

    /// <summary>Standard deviation of each channel, channel units; 0 for a channel that is left out.</summary>
    internal double[] Deviation { get; }

    /// <summary>Lower Cholesky factor of the shrunk correlation, row-major S×S.</summary>
    internal double[] Factor { get; }

    /// <summary>Kept states in standard deviations from the mean, row-major M×S.</summary>
    internal double[] Points { get; }

    /// <summary>Condenses demonstrations. They must not be the episodes that calibrate the confidence, or the claim does not hold.</summary>
    /// <param name="episodes">Two or more episodes with states, all of one dimension; rows with NaN are skipped.</param>
    /// <param name="options">How many points, how many neighbours, which seed.</param>
    /// <exception cref="DiagnosticException">PO194: no usable states.</exception>
    public static StateReference Fit(IEnumerable<Episode> episodes, StateReferenceOptions? options = null)
    {
        StateReferenceFit fit = new(options ?? new StateReferenceOptions());
        foreach (Episode episode in episodes)
        {
            fit.Add(episode);
        }

        return fit.Finish();
    }

    /// <summary>√(zᵀC⁻¹z/S) with z the standardised state and C the shrunk correlation; NaN for NaN.</summary>
    internal double MahalanobisDistance(ReadOnlySpan<double> standardised, Span<double> scratch) =>
        Math.Sqrt(Cholesky.SquaredNorm(Factor, standardised, scratch) / _usedChannels);

    /// <summary>Mean of the distances to the nearest kept states, divided by √S; NaN for NaN.</summary>
    internal double NeighbourDistance(ReadOnlySpan<double> standardised) =>
        _search.MeanDistance(standardised) / Math.Sqrt(_usedChannels);

    internal void Standardise(ReadOnlySpan<double> state, Span<double> standardised)
    {
        for (int j = 0; j < Mean.Length; j++)
        {
            // A NaN in a channel that is left out is still a broken observation.
            standardised[j] = Deviation[j] > 0 ? (state[j] - Mean[j]) / Deviation[j] : double.IsFinite(state[j]) ? 0 : double.NaN;
        }
    }
}
