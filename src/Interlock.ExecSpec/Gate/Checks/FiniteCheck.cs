using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>
/// EX024: finite statistics of a positive range wherever the unnormaliser applies. A channel that never moved has no range; it passes with
/// a note where the certified statistics hold it constant too.
/// </summary>
internal sealed class FiniteCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        int before = results.Findings.Count;
        if (context.Running.Unnormaliser.Rows is { } rows)
        {
            Examine(context, rows.First, rows.Second, results);
        }

        if (results.Findings.Count == before)
        {
            results.Pass(GateCode.Finite, "statistics", "every range is finite and not empty");
        }
    }

    private static void Examine(GateContext context, IReadOnlyList<double> first, IReadOnlyList<double> second, GateResults results)
    {
        Normaliser running = context.Running.Unnormaliser;
        int known = Math.Max(1, running.Statistics!.Channels);
        for (int i = 0; i < Math.Min(first.Count, second.Count); i++)
        {
            int channel = i % known;
            if (channel < context.Running.Action.Channels.Count && running.AppliesTo(channel) && Fault(running.Scheme, first[i], second[i]) is { } fault)
            {
                Report(context, channel, i, $"{context.Running.Action.Channels[channel].Name}: {fault}", (first[i], second[i]), results);
            }
        }
    }

    private static void Report(GateContext context, int channel, int place, string text, (double First, double Second) pair, GateResults results)
    {
        string name = context.Running.Action.Channels[channel].Name;
        if (IsConstant(context.Running.Unnormaliser, place) && IsConstant(context.Certified.Unnormaliser, place))
        {
            results.Note(GateCode.Finite, name, $"{text}, as certified: it never moved");
        }
        else
        {
            results.Fail(GateCode.Finite, name, text, "finite, high above low", $"{Fact.Of(pair.First)}, {Fact.Of(pair.Second)}");
        }
    }

    private static bool IsConstant(Normaliser normaliser, int place) =>
        normaliser.Rows is { } rows && place < rows.First.Count && place < rows.Second.Count && double.IsFinite(rows.First[place])
        && rows.Second[place] == (normaliser.Scheme == NormalisationScheme.MeanStd ? 0 : rows.First[place]);

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
