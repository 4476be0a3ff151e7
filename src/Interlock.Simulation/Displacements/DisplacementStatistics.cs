using Interlock.Core.Statistics;

namespace Interlock.Simulation.Displacements;

/// <summary>Statistics of displacement actions under one key, as training code computes them; every list has one value per channel.</summary>
public sealed record DisplacementStatistics
{
    private const double LowLevel = 0.01;
    private const double HighLevel = 0.99;

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>Smallest values.</summary>
    public required IReadOnlyList<double> Min { get; init; }

    /// <summary>Largest values.</summary>
    public required IReadOnlyList<double> Max { get; init; }

    /// <summary>Means.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Standard deviations, with n in the denominator (NumPy's default).</summary>
    public required IReadOnlyList<double> Std { get; init; }

    /// <summary>Quantiles at 1 %.</summary>
    public required IReadOnlyList<double> Q01 { get; init; }

    /// <summary>Quantiles at 99 %.</summary>
    public required IReadOnlyList<double> Q99 { get; init; }

    /// <summary>Steps counted.</summary>
    public required int Transitions { get; init; }

    /// <summary>Demonstrations counted.</summary>
    public required int Trajectories { get; init; }

    /// <summary>True for the joints, false for the gripper, whose numbers pass unchanged.</summary>
    public IReadOnlyList<bool> Mask => [.. Min.Select((_, channel) => channel < Min.Count - 1)];

    internal static DisplacementStatistics Of(string key, IReadOnlyList<DisplacementDemonstration> demonstrations)
    {
        double[][] sorted = [.. Enumerable.Range(0, demonstrations[0].Actions.ActionDimension).Select(channel => Sorted(demonstrations, channel))];
        return new DisplacementStatistics
        {
            Key = key,
            Min = [.. sorted.Select(values => values[0])],
            Max = [.. sorted.Select(values => values[^1])],
            Mean = [.. sorted.Select(values => values.Average())],
            Std = [.. sorted.Select(Deviation)],
            Q01 = [.. sorted.Select(values => Quantile.Linear(values, LowLevel))],
            Q99 = [.. sorted.Select(values => Quantile.Linear(values, HighLevel))],
            Transitions = sorted[0].Length,
            Trajectories = demonstrations.Count,
        };
    }

    private static double[] Sorted(IReadOnlyList<DisplacementDemonstration> demonstrations, int channel)
    {
        double[] values =
        [
            .. demonstrations.Select(item => item.Actions).SelectMany(episode =>
                Enumerable.Range(0, episode.Length).Select(step => episode.Actions[(step * episode.ActionDimension) + channel])),
        ];
        Array.Sort(values);
        return values;
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
