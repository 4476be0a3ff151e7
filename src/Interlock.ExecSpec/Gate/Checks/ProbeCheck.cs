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
            results.Fail(GateCode.Probe, path.Name, $"the decode path {path.Name} could not be probed: {exception.Message}", "the certified commands", "no answer");
        }
    }

    private static void Probe(GateContext context, IDecodePath path, GateResults results)
    {
        IReadOnlyList<double[]> rows = ProbeRows.Finite(context.Certified);
        IReadOnlyList<IReadOnlyList<double>?> observed = path.Decode(rows);
        IReadOnlyList<IReadOnlyList<double>?> expected = new SpecDecodePath(context.Certified).Decode(rows);
        int channels = context.Certified.Action.Channels.Count;
        if (Misfit(observed, rows.Count, channels) is { } misfit)
        {
            results.Fail(GateCode.Probe, path.Name, $"{path.Name} {misfit}", $"{rows.Count} rows of {channels} numbers", misfit);
            return;
        }

        Judge(context, path, ProbeComparison.Worst(context.Certified, rows, expected, observed), ObservedMap.Of(observed), results);
        ReportSilent(context, expected, results);
        NonFiniteProbe.Run(path, context.Certified, results);
    }

    /// <summary>A quaternion of zeros is no rotation: nothing can be composed onto it, and no number can be compared.</summary>
    private static void ReportSilent(GateContext context, IReadOnlyList<IReadOnlyList<double>?> expected, GateResults results)
    {
        string[] silent = [.. context.Certified.Action.Channels
            .Where((_, channel) => expected.All(row => !double.IsFinite(row![channel])))
            .Select(channel => channel.Name)];
        if (silent.Length > 0)
        {
            string names = string.Join(", ", silent);
            results.Skip(GateCode.Probe, names, $"{names}: a state of zeros gives no finite command, so that nothing can be compared");
        }
    }

    private static string? Misfit(IReadOnlyList<IReadOnlyList<double>?> observed, int rows, int channels)
    {
        if (observed.Count != rows)
        {
            return $"answered {observed.Count} rows to {rows}";
        }

        return observed.FirstOrDefault(row => row?.Count != channels) is { } other ? $"answered a row of {other.Count} numbers; certified are {channels}"
            : observed.Any(row => row is null) ? $"refused finite numbers; certified are commands of {channels} numbers"
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
