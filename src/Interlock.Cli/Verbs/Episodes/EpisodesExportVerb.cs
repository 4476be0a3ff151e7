using System.CommandLine;
using Interlock.Core.Text;
using Interlock.Datasets.Writing;
using Interlock.Recording.Episodes;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary><c>interlock episodes export</c>: recordings as a dataset.</summary>
internal sealed class EpisodesExportVerb : IVerb
{
    private const string Help =
        "Write recordings as a dataset: one csv or Parquet table, or a LeRobot v3.0 folder. An episode is a run of ticks without a gap. Never overwrites, " +
        "leaves nothing half-written. Images are not exported.\n\n" +
        "Example: interlock episodes export runs/run-7.mcap runs/run-8.mcap --format lerobot --out grasp-set --fps 25";

    private readonly Argument<string[]> _files = new("files") { Description = "Recordings", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _format = new("--format") { Description = "What to write", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "The new file or folder", Required = true };
    private readonly Option<string> _signal = new("--signal") { Description = "What stands for the action", DefaultValueFactory = _ => "executed" };
    private readonly Option<double?> _fps = new("--fps") { Description = "Frames per second; must divide the recorded rate; default: every tick" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of a line" };

    public Command Build(VerbHost host)
    {
        _format.AcceptOnlyFromAmong([.. EnumWord.All<EpisodeFileFormat>()]);
        _signal.AcceptOnlyFromAmong("executed", "guarded", "unnormalised");
        Command command = new("export", Help) { _files, _format, _out, _signal, _fps, _json };
        command.Validators.Add(result =>
        {
            string? format = result.GetValue(_format);
            if (format is "csv" or "parquet" && !(result.GetValue(_out) ?? "").EndsWith($".{format}", StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"--out must end in .{format}, so that it can be opened again.");
            }
        });
        command.SetInterruptibleAction((parsed, cancellation) => new ExportSession(host, new ExportRequest(
            parsed.GetRequiredValue(_files),
            EnumWord.Find<EpisodeFileFormat>(parsed.GetRequiredValue(_format))!.Value,
            parsed.GetRequiredValue(_out),
            EnumWord.Find<RecordedSignal>(parsed.GetRequiredValue(_signal))!.Value,
            parsed.GetValue(_fps),
            parsed.GetValue(_json))).Run(cancellation));
        return command;
    }
}
