using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>What the certified statistics say about demonstrated actions, beside the map that is made of them.</summary>
internal sealed class CertifiedStatistics(Normaliser certified, AffineMap map)
{
    /// <summary>Mean and standard deviation of the demonstrated actions in certified half-range units; null when not both are finite.</summary>
    public (double Mean, double Std)? Standardised(int timestep, int channel)
    {
        (double scale, double offset) = (map.ScaleAt(Bounded(timestep))[channel], map.OffsetAt(Bounded(timestep))[channel]);
        return Finite(certified.Statistics?.Mean, timestep, channel) is { } mean && Finite(certified.Statistics?.Std, timestep, channel) is { } std
            ? ((mean - offset) / scale, std / scale)
            : null;
    }

    /// <summary>Smallest and largest demonstrated action; null when not both are finite.</summary>
    public (double Min, double Max)? Range(int timestep, int channel) =>
        Finite(certified.Statistics?.Min, timestep, channel) is { } min && Finite(certified.Statistics?.Max, timestep, channel) is { } max
            ? (min, max)
            : null;

    /// <summary>The action in the middle of what was demonstrated: the mean, or the middle of the decoded range without one.</summary>
    public double TypicalAction(int timestep, int channel) =>
        Finite(certified.Statistics?.Mean, timestep, channel) ?? map.OffsetAt(Bounded(timestep))[channel];

    private static double? FiniteAt(IReadOnlyList<double> row, int place) =>
        place < row.Count && double.IsFinite(row[place]) ? row[place] : null;

    private double? Finite(IReadOnlyList<double>? row, int timestep, int channel)
    {
        if (row is null || certified.Statistics is not { } table || channel >= table.Channels)
        {
            return null;
        }

        int position = table.Timesteps == 1 ? 0 : timestep;
        return FiniteAt(row, (position * table.Channels) + channel);
    }

    private int Bounded(int timestep) => Math.Min(timestep, map.Timesteps - 1);
}
