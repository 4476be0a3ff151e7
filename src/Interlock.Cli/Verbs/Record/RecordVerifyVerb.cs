using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Recording.Mcap.Reading;

namespace Interlock.Cli.Verbs.Record;

/// <summary><c>interlock record verify</c>: every checksum and every step of a recording.</summary>
internal sealed class RecordVerifyVerb : IVerb
{
    private const string Help =
        "Check a recording from its first byte to its last: checksums, indexes, and that every step and event can be read. Exit code 2 when something is " +
        "wrong or the recording is unfinished.\n\nExample: interlock record verify runs/run-7.mcap";

    private readonly Argument<string> _file = new("file") { Description = "An MCAP file" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of a line" };

    public Command Build(VerbHost host)
    {
        Command command = new("verify", Help) { _file, _json };
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed.GetRequiredValue(_file), parsed.GetValue(_json), cancellation));
        return command;
    }

    private static int Run(VerbHost host, string path, bool json, CancellationToken cancellation)
    {
        (ulong messages, bool isFlight) = VerifyFile(path);
        ReadSteps? read = isFlight ? ReadSteps.Of(path, cancellation) : null;
        string? problem = read?.Problem;
        if (json)
        {
            JsonDocumentWriter.Write(host.Out, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("recording", path);
                writer.WriteBoolean("valid", problem is null);
                writer.WriteNumber("messages", messages);
                writer.WriteNumber("steps", read?.Steps ?? 0);
                writer.WriteNumber("events", read?.Events ?? 0);
                writer.WriteEndObject();
            });
        }
        else
        {
            string steps = read is { } found ? $", {found.Steps:N0} steps and {found.Events:N0} events can be read" : "";
            WrappedText.Write(host.Out, $"{path}: checksums and indexes of {messages:N0} messages hold{steps}.", host.Width);
        }

        if (problem is not null)
        {
            host.Error.WriteLine($"{path}: {problem}");
        }

        return problem is null ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private static (ulong Messages, bool IsFlight) VerifyFile(string path)
    {
        using McapReader reader = McapReader.Open(path);
        reader.Verify();
        return (reader.Statistics?.MessageCount ?? 0, reader.Metadata.Any(index => index.Name == "interlock.run"));
    }
}
