using System.CommandLine;
using Interlock.Cli.Output;

namespace Interlock.Cli.Verbs.Record;

/// <summary><c>interlock record info</c>: what is in a recording.</summary>
internal sealed class RecordInfoVerb : IVerb
{
    private const string Help =
        "Say what is in a recording: the run, its health, topics with counts, attachments. An unfinished or damaged file is shown as far as it can be " +
        "recovered.\n\nExample: interlock record info runs/run-7.mcap";

    private readonly Argument<string> _file = new("file") { Description = "An MCAP file" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("info", Help) { _file, _json };
        command.SetInterruptibleAction((parsed, _) =>
        {
            string path = parsed.GetRequiredValue(_file);
            using OpenedRecording opened = OpenedRecording.Open(path);
            RecordingInfo info = RecordingInfo.Of(path, opened);
            if (parsed.GetValue(_json))
            {
                JsonDocumentWriter.Write(host.Out, writer => RecordingInfoJson.Write(writer, info));
            }
            else
            {
                new RecordingInfoText(host.Out, host.Width).Write(info);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
