using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Comparison;

/// <summary>Compares normalisers.</summary>
internal static class NormaliserDiff
{
    public static void Compare(Normaliser before, Normaliser after, string[] channels, DifferenceList list)
    {
        list.Text("key", before.Key, after.Key);
        list.Word<NormalisationScheme>("scheme", before.Scheme, after.Scheme);
        list.Number("low_quantile", before.LowQuantile, after.LowQuantile);
        list.Number("high_quantile", before.HighQuantile, after.HighQuantile);
        CompareMasks(before.Mask, after.Mask, channels, list);
        CompareArithmetic(before.Arithmetic, after.Arithmetic, list.Inside("arithmetic"));
        if (list.BothPresent("statistics", before.Statistics, after.Statistics))
        {
            StatisticsDiff.Compare(before.Statistics!, after.Statistics!, channels, list.Inside("statistics"));
        }
    }

    private static void CompareMasks(IReadOnlyList<bool>? before, IReadOnlyList<bool>? after, string[] channels, DifferenceList list)
    {
        if (before is null || after is null || before.Count != after.Count)
        {
            list.Text("mask", Shown(before), Shown(after));
            return;
        }

        for (int i = 0; i < before.Count; i++)
        {
            list.Flag($"mask[{ChannelNames.At(channels, i)}]", before[i], after[i]);
        }
    }

    private static string? Shown(IReadOnlyList<bool>? mask) => mask is null ? null : $"[{string.Join(", ", mask.Select(item => item ? "true" : "false"))}]";

    private static void CompareArithmetic(NormaliserArithmetic before, NormaliserArithmetic after, DifferenceList list)
    {
        list.Word<EpsilonRule>("epsilon_rule", before.EpsilonRule, after.EpsilonRule);
        list.Number("forward_epsilon", before.ForwardEpsilon, after.ForwardEpsilon);
        list.Number("inverse_epsilon", before.InverseEpsilon, after.InverseEpsilon);
        list.Number("forward_clip", before.ForwardClip, after.ForwardClip);
        list.Number("inverse_clip", before.InverseClip, after.InverseClip);
        list.Flag("zero_range_becomes_zero", before.ZeroRangeBecomesZero, after.ZeroRangeBecomesZero);
    }
}
