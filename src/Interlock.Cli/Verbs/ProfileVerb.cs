using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Profile;
using Interlock.Guard;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock profile guard</c>: what a guard step costs on this machine.</summary>
internal sealed class ProfileVerb : IVerb
{
    private const long DefaultSteps = 400_000;
    private const long FewestSteps = 1000;

    /// <summary>Each single step is timed and kept: 80 MB of times.</summary>
    private const long MostSteps = 10_000_000;

    private const int MostChannels = 512;

    private const string Help =
        "Measure what Interlock costs on this machine.\n" +
        "Example: interlock profile guard --json";

    private const string GuardHelp =
        "Time one guard step: limits alone, and with every monitor and alarm.\n" +
        "Example: interlock profile guard --channels 7 14 --json";

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of a table" };

    private readonly Option<int[]> _channels = new("--channels")
    {
        Description = $"Numbers of channels to measure, 1 to {MostChannels}",
        DefaultValueFactory = _ => [7, 14],
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<long> _steps = new("--steps")
    {
        Description = $"Steps per measurement, {FewestSteps} to {MostSteps}",
        DefaultValueFactory = _ => DefaultSteps,
    };

    public Command Build(VerbHost host)
    {
        _steps.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() is < FewestSteps or > MostSteps)
            {
                result.AddError($"--steps must be {FewestSteps} to {MostSteps}.");
            }
        });
        _channels.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int[]>().Any(count => count is < 1 or > MostChannels))
            {
                result.AddError($"--channels must be 1 to {MostChannels}.");
            }
        });
        Command guard = new("guard", GuardHelp) { _channels, _steps, _json };
        guard.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return new Command("profile", Help) { guard };
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        GuardCostMeasurement measurement = new(host.Clock, cancellation);
        List<GuardCost> rows = [.. parsed.GetRequiredValue(_channels).SelectMany(count => Measure(measurement, count, parsed.GetValue(_steps)))];
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => GuardCostJson.Write(writer, rows));
        }
        else
        {
            GuardCostText.Write(host.Out, rows, host.Width);
        }

        return ExitCode.Ok;
    }

    private static IEnumerable<GuardCost> Measure(GuardCostMeasurement measurement, int channels, long steps)
    {
        ActionGuardOptions limitsAlone = new() { WithoutMonitors = true };
        yield return measurement.Run("limits", new ActionGuard(GuardCostMeasurement.Contract(channels), limitsAlone), steps);
        yield return measurement.Run("limits + monitors + alarms", ProfiledGuard.Full(channels), steps);
    }
}
