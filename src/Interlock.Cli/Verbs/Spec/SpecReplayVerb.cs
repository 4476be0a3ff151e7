using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Spec.Replay;
using Interlock.ExecSpec.Files;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Recordings;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Verbs.Spec;

/// <summary><c>interlock spec replay</c>: demonstrations of the simulated arm, decoded with the right and with wrong statistics.</summary>
internal sealed class SpecReplayVerb : IVerb
{
    private const string Help =
        "Replay simulated demonstrations, decoded with the right and with wrong statistics, and count what still works.\n\n" +
        "Example: interlock spec replay --spec arm.execspec.json -o replay.evidence.json";

    private const int UsualEpisodes = 30;
    private const int MostEpisodes = 1000;
    private const double MostDeflectionRad = 1;

    private readonly Option<int> _episodes = new("--episodes")
    {
        Description = $"Demonstrations to replay, 1 to {MostEpisodes}.",
        DefaultValueFactory = _ => UsualEpisodes,
    };

    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => 1 };

    private readonly Option<string> _key = new("--key") { Description = "The certified key.", DefaultValueFactory = _ => TableTask.ToLeft.Name };

    private readonly Option<double> _deflection = new("--full-deflection")
    {
        Description = "Largest displacement that the operator's device gives, rad per step.",
        DefaultValueFactory = _ => DisplacementDemonstration.UsualFullDeflectionRad,
    };

    private readonly Option<string?> _statistics = new("--statistics") { Description = "Write every key's statistics to this file, as OpenVLA keeps them." };

    private readonly Option<string?> _spec = new("--spec") { Description = "Write the specification that the evidence is about to this file (*.execspec.json)." };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the evidence for a certificate to this file." };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of the table." };

    public Command Build(VerbHost host)
    {
        _key.AcceptOnlyFromAmong([.. TableTask.All.Select(task => task.Name)]);
        _episodes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostEpisodes)
            {
                result.AddError($"--episodes has to be 1 to {MostEpisodes}.");
            }
        });
        _deflection.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= MostDeflectionRad))
            {
                result.AddError($"--full-deflection has to be above 0 and at most {MostDeflectionRad} rad per step.");
            }
        });
        Command command = new("replay", Help) { _episodes, _seed, _key, _deflection, _statistics, _spec, _output, _json };
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        TableReplayOptions options = new(
            parsed.GetValue(_episodes), parsed.GetValue(_seed), parsed.GetValue(_key)!, parsed.GetValue(_deflection));
        TableReplayResult result = Study(host, options, cancellation);
        WriteFiles(host,
        [
            (parsed.GetValue(_output), EvidenceOf(result)),
            (parsed.GetValue(_statistics), stream => DatasetStatisticsWriter.Write(stream, result.Keys)),
            (parsed.GetValue(_spec), stream => SpecFile.Write(result.Spec, stream)),
        ]);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => TableReplayJson.Write(writer, result));
        }
        else
        {
            new TableReplayText(host).Write(result);
        }

        return ExitCode.Ok;
    }

    private static TableReplayResult Study(VerbHost host, TableReplayOptions options, CancellationToken cancellation)
    {
        using ProgressLine progress = new(host, "replaying", options.Episodes);
        return new TableReplaySession(options, done => progress.Report(done), cancellation).Run();
    }

    private static void WriteFiles(VerbHost host, (string? Path, Action<Stream> Write)[] wanted)
    {
        (string Path, Action<Stream> Write)[] files = [.. wanted.Where(file => file.Path is not null).Select(file => (file.Path!, file.Write))];
        AtomicFile.Write(files);
        foreach ((string path, _) in files)
        {
            host.Error.WriteLine($"Wrote {path}");
        }
    }

    private static Action<Stream> EvidenceOf(TableReplayResult result)
    {
        using StringWriter text = new();
        JsonDocumentWriter.Write(text, writer => ReplayEvidence.Write(writer, result));
        return AtomicFile.TextOf(text.ToString());
    }
}
