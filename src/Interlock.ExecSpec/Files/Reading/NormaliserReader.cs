using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>Reads an unnormaliser, a sibling of it, or the normaliser of the state.</summary>
internal static class NormaliserReader
{
    public static Normaliser Read(GroupReader group, ReadingReport report)
    {
        group.Require("key", "name the entry of the source").Require("scheme", "state which statistics are applied");
        return new Normaliser
        {
            Key = group.Text("key") ?? "",
            Scheme = group.Word<NormalisationScheme>("scheme") ?? NormalisationScheme.Identity,
            LowQuantile = group.Number("low_quantile"),
            HighQuantile = group.Number("high_quantile"),
            Mask = group.Flags("mask"),
            Statistics = group.Group("statistics", SpecKeys.Statistics) is { } table ? StatisticsReader.Read(table, report) : null,
            Arithmetic = group.Group("arithmetic", SpecKeys.Arithmetic) is { } rules ? ReadArithmetic(rules) : LibraryArithmetic.Plain,
        };
    }

    private static NormaliserArithmetic ReadArithmetic(GroupReader group) => new()
    {
        EpsilonRule = group.Word<EpsilonRule>("epsilon_rule") ?? EpsilonRule.Added,
        ForwardEpsilon = group.Number("forward_epsilon") ?? 0,
        InverseEpsilon = group.Number("inverse_epsilon") ?? 0,
        ForwardClip = group.Number("forward_clip"),
        InverseClip = group.Number("inverse_clip"),
        ZeroRangeBecomesZero = group.Flag("zero_range_becomes_zero") ?? false,
    };
}
