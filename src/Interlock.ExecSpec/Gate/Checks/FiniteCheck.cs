using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX024: finite statistics of a positive range wherever the unnormaliser applies.</summary>
internal sealed class FiniteCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        int before = results.Findings.Count;
        if (context.Running.Unnormaliser.Rows is { } rows)
        {
            Examine(context.Running, rows.First, rows.Second, results);
        }

        if (results.Findings.Count == before)
        {
            results.Pass(GateCode.Finite, "statistics", "every range is finite and not empty");
        }
    }

    private static void Examine(ExecutableSpec running, IReadOnlyList<double> first, IReadOnlyList<double> second, GateResults results)
    {
        int known = running.Unnormaliser.Statistics!.Channels;
        for (int i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            int channel = i % known;
            if (channel < running.Action.Channels.Count && running.Unnormaliser.AppliesTo(channel) && Fault(running.Unnormaliser.Scheme, first[i], second[i]) is { } fault)
            {
                string name = running.Action.Channels[channel].Name;
                results.Fail(GateCode.Finite, name, $"{name}: {fault}", "finite, high above low", $"{Fact.Of(first[i])}, {Fact.Of(second[i])}");
            }
        }
    }

    private static string? Fault(NormalisationScheme scheme, double first, double second)
    {
        bool standardScore = scheme == NormalisationScheme.MeanStd;
        string words = $"{(standardScore ? "mean" : "low")} {ShortNumber.Of(first)}, {(standardScore ? "deviation" : "high")} {ShortNumber.Of(second)}";
        if (!double.IsFinite(first) || !double.IsFinite(second))
        {
            return $"statistics are not finite ({words})";
        }

        bool empty = standardScore ? second <= 0 : second <= first;
        return empty ? $"the range is empty or reversed ({words})" : null;
    }
}
