using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Displacements;

namespace Interlock.Cli.Verbs.Simulated;

/// <summary>Statistics of simulated demonstrations as the unnormaliser that an OpenVLA checkpoint trained on them would have.</summary>
internal static class TableNormaliser
{
    private const double LowQuantile = 0.01;
    private const double HighQuantile = 0.99;

    public static Normaliser Of(DisplacementStatistics statistics) => new()
    {
        Key = statistics.Key,
        Scheme = NormalisationScheme.Quantile,
        LowQuantile = LowQuantile,
        HighQuantile = HighQuantile,
        Mask = statistics.Mask,
        Statistics = new ActionStatistics
        {
            Channels = statistics.Min.Count,
            Min = statistics.Min,
            Max = statistics.Max,
            Mean = statistics.Mean,
            Std = statistics.Std,
            Quantiles = [new QuantileRow(LowQuantile, statistics.Q01), new QuantileRow(HighQuantile, statistics.Q99)],
        },
        Arithmetic = LibraryArithmetic.OpenVla,
    };
}
