using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Profile;
using Interlock.Guard;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock profile guard</c>: what a guard step costs on this machine.</summary>
internal sealed class ProfileVerb : IVerb
{
    private const long DefaultSteps = 400_000;

    public Command Build(VerbHost host)
    {
        Option<bool> json = new("--json") { Description = "Write one JSON document." };
        Option<int[]> channels = new("--channels") { Description = "Numbers of channels to measure.", DefaultValueFactory = _ => [7, 14] };
        Option<long> steps = new("--steps") { Description = "Steps per measurement.", DefaultValueFactory = _ => DefaultSteps };
        Command guard = new("guard", "Time of one guard step: limits alone, and with every monitor and alarm.\nExample: interlock profile guard --json")
        {
            json, channels, steps,
        };
        guard.SetAction(result => Run(host, result.GetValue(channels)!, result.GetValue(steps), result.GetValue(json)));
        return new Command("profile", "Measure what Interlock costs on this machine.") { guard };
    }

    private static int Run(VerbHost host, int[] channels, long steps, bool json)
    {
        if (steps < 1000 || channels.Any(count => count is < 1 or > 512))
        {
            host.Error.WriteLine("profile guard needs --steps of at least 1000 and --channels between 1 and 512.");
            return ExitCode.Usage;
        }

        GuardCostMeasurement measurement = new(host.Clock);
        List<GuardCost> rows = [.. channels.SelectMany(count => Measure(measurement, count, steps))];
        if (json)
        {
            JsonDocumentWriter.Write(host.Out, writer => GuardCostJson.Write(writer, rows));
        }
        else
        {
            WriteText(host.Out, rows);
        }

        return ExitCode.Ok;
    }

    private static IEnumerable<GuardCost> Measure(GuardCostMeasurement measurement, int channels, long steps)
    {
        yield return measurement.Run(
            "limits", new ActionGuard(GuardCostMeasurement.Contract(channels), new ActionGuardOptions { WithoutMonitors = true }), steps);
        yield return measurement.Run("limits + monitors + alarms", ProfiledGuard.Full(channels), steps);
    }

    private static void WriteText(TextWriter output, IEnumerable<GuardCost> rows)
    {
        output.WriteLine("channels  what                         median ns   p99.9 ns   B/step  summary ns");
        foreach (GuardCost row in rows)
        {
            output.WriteLine(
                $"{row.Channels,8}  {row.What,-27}  {row.MedianNs,9:0.0}  {row.P999Ns,9:0}  {row.BytesPerStep,7:0.###}  {row.SummaryNs,10:0}");
        }
    }
}
