using System.CommandLine;
using System.CommandLine.Parsing;
using Interlock.Core.Text;
using Interlock.Datasets.Writing;
using Interlock.Recording.Episodes;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary><c>interlock episodes export</c>: recordings as a dataset, or as messages of ROS 2.</summary>
internal sealed class EpisodesExportVerb : IVerb
{
    private const string Help =
        "Write recordings as a dataset: one csv or Parquet table, or a LeRobot v3.0 folder. An episode is a run of ticks without a gap; images are not exported. " +
        "Or, with --format ros2, as messages of ROS 2 for viewers like Rerun: an MCAP file of one recording, a folder of several, images included. " +
        "Never overwrites, leaves nothing half-written.\n\n" +
        "Example: interlock episodes export runs/run-7.mcap runs/run-8.mcap --format lerobot --out grasp-set --fps 25\n" +
        "Example: interlock episodes export runs/run-7.mcap --format ros2 --out run-7.ros2.mcap";

    /// <summary>The format that is no dataset.</summary>
    public const string Ros2 = "ros2";

    private readonly Argument<string[]> _files = new("files") { Description = "Recordings", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _format = new("--format") { Description = "What to write", Required = true };
    private readonly Option<string> _out = new("--out", "-o") { Description = "The new file or folder", Required = true };
    private readonly Option<string> _signal = new("--signal") { Description = "What stands for the action", DefaultValueFactory = _ => "executed" };
    private readonly Option<double?> _fps = new("--fps") { Description = "Frames per second; must divide the recorded rate; default: every tick" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of a line" };

    public Command Build(VerbHost host)
    {
        _format.AcceptOnlyFromAmong([.. EnumWord.All<EpisodeFileFormat>(), Ros2]);
        _signal.AcceptOnlyFromAmong("executed", "guarded", "unnormalised");
        Command command = new("export", Help) { _files, _format, _out, _signal, _fps, _json };
        command.Validators.Add(Validate);
        command.SetInterruptibleAction((parsed, cancellation) => parsed.GetRequiredValue(_format) == Ros2
            ? new Ros2ExportSession(host, parsed.GetRequiredValue(_files), parsed.GetRequiredValue(_out), parsed.GetValue(_fps), parsed.GetValue(_json)).Run(cancellation)
            : new ExportSession(host, Request(parsed)).Run(cancellation));
        return command;
    }

    private void Validate(CommandResult result)
    {
        (string format, string target) = (result.GetValue(_format) ?? "", result.GetValue(_out) ?? "");
        bool isRos2 = format == Ros2;
        string? ending = isRos2 && result.GetValue(_files)?.Length == 1 ? "mcap" : format is "csv" or "parquet" ? format : null;
        if (ending is not null && !target.EndsWith($".{ending}", StringComparison.OrdinalIgnoreCase))
        {
            result.AddError($"--out must end in .{ending}, so that it can be opened again.");
        }

        if (isRos2 && result.GetResult(_signal) is { Implicit: false })
        {
            result.AddError("--signal is for datasets; --format ros2 writes every signal.");
        }
    }

    private ExportRequest Request(ParseResult parsed) => new(
        parsed.GetRequiredValue(_files),
        EnumWord.Find<EpisodeFileFormat>(parsed.GetRequiredValue(_format))!.Value,
        parsed.GetRequiredValue(_out),
        EnumWord.Find<RecordedSignal>(parsed.GetRequiredValue(_signal))!.Value,
        parsed.GetValue(_fps),
        parsed.GetValue(_json));
}
