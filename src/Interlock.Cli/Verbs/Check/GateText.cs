using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Gate;

namespace Interlock.Cli.Verbs.Check;

/// <summary>A comparison for people: verdict first, then failures, what was waived or noted, and what was not checked; the first cause again at the end.</summary>
internal static class GateText
{
    private const string Scope = "This compares what runs with what was certified. It says nothing about closed-loop behaviour or hardware safety.";

    public static void Write(VerbHost host, string source, GateOutcome outcome)
    {
        string verdict = outcome.Report.IsEqual ? "is the policy of" : "REFUSED against";
        string level = outcome.Level is { } word ? $", level {word}" : ", not signed";
        WrappedText.Write(host.Out, $"{source} {verdict} {outcome.Against}{level}.", host.Width);
        Section(host, "failed, first cause first", GateStatus.Failed, outcome.Report);
        Section(host, "waived", GateStatus.Waived, outcome.Report);
        Section(host, "within tolerance", GateStatus.Noted, outcome.Report);
        NotCheckedText.Write(host, outcome.Report);
        host.Out.WriteLine();
        int passed = outcome.Report.Findings.Count(finding => finding.Status == GateStatus.Passed);
        WrappedText.Write(host.Out, $"{passed} of {outcome.Report.Findings.Count} facts are as certified. {Scope}", host.Width);
    }

    public static void WriteFirstCause(VerbHost host, string source, GateReport report)
    {
        if (report.FirstCause is { } cause)
        {
            FailureReport.Write(host.Error, [new Diagnostic(cause.Code, DiagnosticSeverity.Error, cause.Text, SourcePlace.OfFile(source))]);
        }
    }

    private static void Section(VerbHost host, string heading, GateStatus status, GateReport report)
    {
        GateFinding[] own = [.. report.Findings.Where(finding => finding.Status == status)];
        if (own.Length == 0)
        {
            return;
        }

        host.Out.WriteLine($"{heading}:");
        foreach (GateFinding finding in own)
        {
            WrappedText.Write(host.Out, $"{finding.Code} {finding.Text}", host.Width, indent: 2, hanging: 8);
        }
    }
}
