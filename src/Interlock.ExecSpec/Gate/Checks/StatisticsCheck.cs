using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX021: the certified entry with the certified statistics; where they differ, which known entry they are.</summary>
internal sealed class StatisticsCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        Normaliser certified = context.Certified.Unnormaliser;
        Normaliser running = context.Running.Unnormaliser;
        string expected = StatisticsFingerprint.Of(certified);
        string observed = StatisticsFingerprint.Of(running);
        if (context.Drift.Rounding == StorageRounding.Different)
        {
            results.Fail(GateCode.Statistics, "statistics", Refusal(context), expected, observed);
            return;
        }

        if (certified.Key != running.Key)
        {
            results.Fail(GateCode.Statistics, "key", $"the entry `{running.Key}` is loaded; certified is `{certified.Key}`, with the same numbers", certified.Key, running.Key);
        }
        else if (context.Drift.Rounding == StorageRounding.Equal)
        {
            results.Pass(GateCode.Statistics, "statistics", $"statistics of `{running.Key}` are the certified ones", observed);
        }
        else
        {
            results.Note(GateCode.Statistics, "statistics", $"statistics of `{running.Key}` are the certified ones but for rounding", expected, observed);
        }

        UnusedStatistics.Compare(context.Certified, context.Running, results);
    }

    private static string Refusal(GateContext context)
    {
        string loaded = KnownEntry.NameOf(context.Certified, context.Running.Unnormaliser) is { } name
            ? $"loaded statistics are `{name}`"
            : $"loaded statistics, called `{context.Running.Unnormaliser.Key}`, are none that the certificate knows";
        string idle = IdleWords.Of(context.Drift.Null) is { } words ? $"; {words}" : "";
        return $"{loaded}; certified `{context.Certified.Unnormaliser.Key}`{idle}";
    }
}
