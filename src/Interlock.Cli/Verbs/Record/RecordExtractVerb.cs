using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Cli.Verbs.Record;

/// <summary><c>interlock record extract</c>: a file out of a recording.</summary>
internal sealed class RecordExtractVerb : IVerb
{
    private const string Help =
        "Take an attachment out of a recording: the contract, the certificate, the configuration of the run. Never overwrites.\n\n" +
        "Example: interlock record extract runs/run-7.mcap arm.contract.yaml --out arm-of-run-7.contract.yaml";

    private readonly Argument<string> _file = new("file") { Description = "An MCAP file" };
    private readonly Argument<string> _name = new("name") { Description = "Name of the attachment; 'interlock record info' lists them" };
    private readonly Option<string?> _out = new("--out") { Description = "Where to write; default: the attachment's name in the working folder" };

    public Command Build(VerbHost host)
    {
        Command command = new("extract", Help) { _file, _name, _out };
        command.SetInterruptibleAction((parsed, _) =>
            Run(host, parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_name), parsed.GetValue(_out)));
        return command;
    }

    private static int Run(VerbHost host, string path, string name, string? target)
    {
        using OpenedRecording opened = OpenedRecording.Open(path);
        McapAttachmentIndex index = opened.Reader.Attachments.LastOrDefault(item => item.Name == name) ?? throw Missing(path, name, opened);
        McapAttachment attachment = opened.Reader.Read(index);

        // The name comes out of the file: it may not choose a folder.
        target ??= Path.GetFileName(name.Replace('\\', '/'));
        if (target.Length == 0 || Path.Exists(target))
        {
            throw new DiagnosticException("RC051", $"'{target}' exists already", SourcePlace.OfFile(path), "name another file with --out");
        }

        AtomicFile.Write((target, stream => stream.Write(attachment.Data.Span)));
        WrappedText.Write(host.Out, $"{target}: {attachment.Data.Length:N0} bytes, {attachment.MediaType}", host.Width);
        return ExitCode.Ok;
    }

    private static DiagnosticException Missing(string path, string name, OpenedRecording opened)
    {
        string[] names = [.. opened.Reader.Attachments.Select(item => item.Name)];
        string hint = NearestName.Of(name, names) is { } near ? $"did you mean '{near}'?"
            : names.Length == 0 ? "the recording has no attachments"
            : $"it has {string.Join(", ", names)}";
        return new DiagnosticException("RC050", $"there is no attachment '{name}' in the recording", SourcePlace.OfFile(path), hint);
    }
}
