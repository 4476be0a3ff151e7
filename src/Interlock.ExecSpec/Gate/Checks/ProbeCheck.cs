using Interlock.Core.Text;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Gate.Probing;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX025: what the code that really decodes makes of chosen numbers, against the certified closed form.</summary>
internal sealed class ProbeCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        if (context.Request.DecodePath is not { } path)
        {
            string why = "no decode path was given to probe";
            if (context.Scope == GateScope.WithRobot)
            {
                results.Fail(GateCode.Probe, "decode path", why, "the certified commands", "nothing");
            }
            else
            {
                results.Skip(GateCode.Probe, "decode path", why);
            }

            return;
        }

        try
        {
            Probe(context, path, results);
        }
        catch (IOException exception)
        {
            results.Fail(GateCode.Probe, path.Name, $"{path.Name} could not be probed: {exception.Message}", "the certified commands", "no answer");
        }
    }

    private static void Probe(GateContext context, IDecodePath path, GateResults results)
    {
        IReadOnlyList<double[]> rows = ProbeRows.Finite(context.Certified);
        IReadOnlyList<IReadOnlyList<double>?> observed = path.Decode(rows);
        IReadOnlyList<IReadOnlyList<double>> expected = ClosedForm.Of(context.Certified, rows);
        int channels = context.Certified.Action.Channels.Count;
        if (Misfit(observed, rows.Count, channels) is { } misfit)
        {
            results.Fail(GateCode.Probe, path.Name, $"{path.Name} did not answer {rows.Count} rows of {channels} numbers: {misfit}", $"{rows.Count} rows of {channels} numbers", misfit);
            return;
        }

        Judge(context, path, ProbeComparison.Worst(context.Certified, rows, expected, observed), ObservedMap.Of(observed), results);
        NonFiniteProbe.Run(path, context.Certified, results);
    }

    private static string? Misfit(IReadOnlyList<IReadOnlyList<double>?> observed, int rows, int channels)
    {
        if (observed.Count != rows)
        {
            return $"it answered {observed.Count} rows";
        }

        return observed.FirstOrDefault(row => row?.Count != channels) is { } other ? $"a row has {other.Count}"
            : observed.Any(row => row is null) ? "it refused finite numbers"
            : null;
    }

    private static void Judge(GateContext context, IDecodePath path, ProbeOutcome worst, AffineMap observed, GateResults results)
    {
        string channel = context.Certified.Action.Channels[worst.Channel].Name;
        string text = $"{channel} at z = {ShortNumber.Of(worst.Z)}: {ShortNumber.Of(worst.Observed)}, certified {ShortNumber.Of(worst.Expected)}";
        switch (RoundingScale.Of(worst.Difference))
        {
            case StorageRounding.Equal:
                results.Pass(GateCode.Probe, path.Name, $"{path.Name} decodes every probe as certified");
                break;
            case StorageRounding.Storage or StorageRounding.Bfloat16:
                results.Note(GateCode.Probe, channel, $"{path.Name} decodes as certified but for rounding; {text}", Fact.Of(worst.Expected), Fact.Of(worst.Observed));
                break;
            default:
                results.Fail(
                    GateCode.Probe, channel, $"{path.Name} decodes {Identified(context, observed)}; {text}", Fact.Of(worst.Expected), Fact.Of(worst.Observed));
                break;
        }
    }

    private static string Identified(GateContext context, AffineMap observed) =>
        KnownEntry.NameOf(context.Certified, observed) switch
        {
            { } name when name == context.Certified.Unnormaliser.Key => "with the certified statistics but not everywhere as certified",
            { } name => $"with the statistics `{name}`",
            _ when ObservedMap.IsIdentity(observed) => "nothing: it passes the numbers of the network through",
            _ => "differently",
        };
}
