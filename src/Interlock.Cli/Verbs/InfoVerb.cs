using System.CommandLine;
using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Info;
using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock info</c>: what is in a dataset and what is odd about it.</summary>
internal sealed class InfoVerb : IVerb
{
    private const string Help =
        "Say what is in a dataset, and what is odd about it: totals that lie, raw encoder ticks, first-frame jumps and more.\n\n" +
        "Example: interlock info hub:lerobot/pusht";

    private readonly Argument<string> _path = new("path")
    {
        Description = "A LeRobot folder, npy, npz, csv, jsonl or tfrecord file, a folder of such files, or hub:owner/name[@rev]",
    };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("info", Help) { _path, _json };
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        DatasetInspection inspection = Inspect(host, parsed.GetRequiredValue(_path), cancellation);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => InfoJson.Write(writer, inspection));
        }
        else
        {
            InfoText.Write(host.Out, inspection);
        }

        return ExitCode.Ok;
    }

    private static DatasetInspection Inspect(VerbHost host, string path, CancellationToken cancellation)
    {
        IEpisodeSource source = EpisodeInput.Open(host, path, cancellation);
        using ReadingProgress reading = new(host);
        return DatasetInspection.Run(source, reading, cancellation);
    }
}
