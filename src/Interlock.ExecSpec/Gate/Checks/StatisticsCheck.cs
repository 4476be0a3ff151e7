using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>
/// EX021: the certified entry with the certified statistics; where they differ, which known entry they are. The numbers are judged as the
/// certified scheme and mask would use them, so that another scheme or mask (EX020, EX022) is not taken for other numbers.
/// </summary>
internal sealed class StatisticsCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        Normaliser certified = context.Certified.Unnormaliser;
        Normaliser running = context.Running.Unnormaliser;
        StorageRounding rounding = SpecDrift.Between(context.Certified, AsCertified(certified, running)).Rounding;
        if (rounding == StorageRounding.Different)
        {
            results.Fail(GateCode.Statistics, "statistics", Refusal(context), StatisticsFingerprint.Of(certified), StatisticsFingerprint.Of(running));
            return;
        }

        Judge(certified, running, rounding, results);
        UnusedStatistics.Compare(GateCode.Statistics, certified, running, results);
    }

    private static void Judge(Normaliser certified, Normaliser running, StorageRounding rounding, GateResults results)
    {
        string expected = StatisticsFingerprint.Of(certified);
        string observed = StatisticsFingerprint.Of(AsCertified(certified, running));
        if (certified.Key != running.Key)
        {
            results.Fail(
                GateCode.Statistics, "key", $"the entry `{running.Key}` is loaded; certified is `{certified.Key}`, with the same numbers", certified.Key, running.Key);
        }
        else if (rounding == StorageRounding.Equal)
        {
            results.Pass(GateCode.Statistics, "statistics", $"statistics of `{running.Key}` are the certified ones", observed);
        }
        else
        {
            results.Note(
                GateCode.Statistics, "statistics", $"statistics of `{running.Key}` are the certified ones but for rounding to {Format(rounding)}", expected, observed);
        }
    }

    private static Normaliser AsCertified(Normaliser certified, Normaliser running) =>
        certified with { Key = running.Key, Statistics = running.Statistics };

    private static string Format(StorageRounding rounding) => rounding == StorageRounding.Storage ? "float16" : "bfloat16";

    private static string Refusal(GateContext context)
    {
        Normaliser running = context.Running.Unnormaliser;
        string loaded = running.Statistics is null ? $"there are no statistics for `{running.Key}`"
            : KnownEntry.NameOf(context.Certified, AsCertified(context.Certified.Unnormaliser, running)) is { } name ? Named(name, running.Key)
            : $"loaded statistics, called `{running.Key}`, are none that the certificate knows";
        string idle = IdleWords.Of(context.Drift.Null) is { } words ? $"; {words}" : "";
        return $"{loaded}; certified `{context.Certified.Unnormaliser.Key}`{idle}";
    }

    private static string Named(string name, string called) =>
        name == called ? $"loaded statistics are `{name}`" : $"loaded statistics are `{name}`, called `{called}`";
}
