using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Recovery;

namespace Interlock.Cli.Verbs.Record;

/// <summary><c>interlock record recover</c>: a valid file of what a damaged one still holds.</summary>
internal sealed class RecordRecoverVerb : IVerb
{
    private const string Help =
        "Write a valid recording of what an unfinished or damaged one still holds. The damaged file is not touched.\n\n" +
        "Example: interlock record recover runs/run-7.mcap --out runs/run-7.saved.mcap";

    private readonly Argument<string> _file = new("file") { Description = "The unfinished or damaged MCAP file" };
    private readonly Option<string?> _out = new("--out") { Description = "The new file; default: NAME.recovered.mcap beside the old one" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("recover", Help) { _file, _out, _json };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed.GetRequiredValue(_file), parsed.GetValue(_out), parsed.GetValue(_json)));
        return command;
    }

    private static int Run(VerbHost host, string path, string? target, bool json)
    {
        target ??= Path.ChangeExtension(path, ".recovered.mcap");
        McapRecoveryReport report = McapRecovery.Recover(path, target);
        if (json)
        {
            JsonDocumentWriter.Write(host.Out, writer => RecoveryJson.Write(writer, path, target, report));
        }
        else
        {
            WriteLines(host, path, target, report);
        }

        return ExitCode.Ok;
    }

    private static void WriteLines(VerbHost host, string path, string target, McapRecoveryReport report)
    {
        FailureReport.Write(host.Error, report.Losses.Select(loss => loss with { Severity = DiagnosticSeverity.Warning }), " (all of them with --json)");
        string unverified = report.UnverifiedMessages > 0 ? $", {report.UnverifiedMessages:N0} of them without a checksum of their own" : "";
        WrappedText.Write(
            host.Out,
            $"{report.Messages:N0} messages{unverified}, {Count(report.Attachments, "attachment", "attachments")} and {Count(report.Metadata, "metadata record", "metadata records")} saved to {target}.",
            host.Width);
        string missing = report.MessagesMissing is { } count and > 0 ? $"; {count:N0} messages that the writer had counted are missing" : "";
        WrappedText.Write(
            host.Out,
            report.WasComplete ? $"{path} was whole; this is a copy." : $"{Count(report.LossCount, "loss", "losses")}{missing}.",
            host.Width);
    }

    private static string Count(long count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";
}
