using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Study;
using Interlock.Evaluation.Study;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock study</c>: which monitor deserves trust.</summary>
internal sealed class StudyVerb : IVerb
{
    private const string Help =
        "Judge failure monitors by labelled episodes, with episode length as the bar.\n\n" +
        "Example: interlock study results/monitor_analysis.json replay.jsonl --labels outcomes.json";

    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Published result files (.json), step logs (.jsonl), or folders of both",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "Outcomes of the episodes of step logs, {\"episode\": true|false}; default: \"success\" in the log, or LOG.labels.json beside it",
    };

    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of the bootstrap", DefaultValueFactory = _ => new StudySettings().Seed };

    private readonly Option<int> _resamples = new("--resamples")
    {
        Description = "Bootstrap resamples behind each interval",
        DefaultValueFactory = _ => new StudySettings().Resamples,
    };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of tables" };

    private readonly Option<bool> _plot = new("--plot") { Description = "Draw AUROC with intervals and detection over time also where the output is no terminal" };

    public Command Build(VerbHost host)
    {
        const int mostResamples = 1_000_000;
        _resamples.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > mostResamples)
            {
                result.AddError($"--resamples must be 1 to {mostResamples}.");
            }
        });
        Command command = new("study", Help) { _paths, _labels, _seed, _resamples, _json, _plot };
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        StudySettings settings = new(parsed.GetValue(_resamples), parsed.GetValue(_seed));
        StudyReport report = FailureStudy.Run(
            parsed.GetRequiredValue(_paths), parsed.GetValue(_labels), settings, StudyProgress.On(host), cancellation);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => StudyJson.Write(writer, report));
        }
        else
        {
            new StudyText(host, parsed.GetValue(_plot)).Write(report);
        }

        return ExitCode.Ok;
    }
}
