using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Check;

/// <summary>A check for people: verdict, what a wrong key would do, contract, table, findings, next command.</summary>
internal sealed class CheckText(TextWriter output, int width, CheckReport report)
{
    private const int FingerprintDigits = 16;

    public void Write()
    {
        Line(Verdict());
        WriteWorst();
        WriteContract();
        if (report.Drift.Siblings.Count + report.Drift.WrongSchemes.Count > 0)
        {
            Line(string.Empty);
            SiblingTable.Write(output, width, report);
        }

        WriteFindings();
        Line(string.Empty);
        Line("Next:");
        output.WriteLine($"  {report.Next}"); // In one piece, to be copied.
    }

    private string Verdict()
    {
        int errors = report.Findings.Count(item => item.Severity == DiagnosticSeverity.Error);
        int warnings = report.Findings.Count(item => item.Severity == DiagnosticSeverity.Warning);
        string found = (errors, warnings) switch
        {
            (0, 0) => "nothing found wanting",
            (0, _) => Count(warnings, "warning"),
            _ => $"not usable, {Count(errors, "error")}",
        };
        int others = report.Drift.Siblings.Count(sibling => sibling.Drift.Rounding != StorageRounding.Equal);
        string robots = others > 0 ? $"; with {Count(others, "other key")} of this source the same weights are a different robot" : string.Empty;
        return $"{report.Spec.Unnormaliser.Key} of {report.Source}: {found}{robots}.";
    }

    private void WriteWorst()
    {
        SiblingDrift? worst = report.Drift.Siblings.Concat(report.Drift.WrongSchemes).FirstOrDefault(row => row.Drift.Rounding != StorageRounding.Equal);
        if (worst is null)
        {
            return;
        }

        string name = report.Drift.Siblings.Contains(worst) ? worst.Loaded.Key : $"{worst.Loaded.Key} read as {EnumWord.Of(worst.Loaded.Scheme)}";
        Line($"Loaded instead: {name} — {NullMotionWords.Sentence(worst.Drift.Null)}.");
        if (worst.Drift.OutsideRange is { } outside)
        {
            string meaning = outside == 0 ? "no limit check can see this" : "a limit check sees no more than that";
            Line($"{SiblingTable.Percent(outside)} of the mis-scaled commands leave the training range: {meaning}.");
        }

        if (NullMotionWords.Advice(report.Missing, isSpecFile: report.Ecosystem is null) is { } advice)
        {
            Line($"{advice}.");
        }
    }

    private void WriteContract()
    {
        ActionSpec action = report.Spec.Action;
        Normaliser normaliser = report.Spec.Unnormaliser;
        string[] facts =
        [
            $"{action.Channels.Count} channels",
            EnumWord.Of(action.Quantity),
            action.Reference is { } reference ? EnumWord.Of(reference) : "reference not stated",
            action.RateHz is { } rate ? $"{PlainNumber.Of(rate)} Hz" : "rate not stated",
            Scheme(normaliser),
        ];
        Line(string.Empty);
        Line($"Contract: {string.Join(", ", facts)}; statistics sha256 {report.Fingerprint[..FingerprintDigits]}…");
        foreach (string line in ChannelLines.Of(report.Spec))
        {
            WrappedText.Write(output, line, width, indent: 2, hanging: 4);
        }

        if (normaliser.Statistics is { Timesteps: > 1 } table)
        {
            Line($"  (first of {table.Timesteps} positions in the chunk)");
        }
    }

    private void WriteFindings()
    {
        string[] lines = [.. FindingLines.Of(report.Findings, " (all of them with --json)")];
        if (lines.Length > 0)
        {
            Line(string.Empty);
        }

        foreach (string line in lines)
        {
            WrappedText.Write(output, line, width, hanging: 2);
        }
    }

    private static string Scheme(Normaliser normaliser) => normaliser is { LowQuantile: { } low, HighQuantile: { } high }
        ? $"quantile {PlainNumber.Of(low)} to {PlainNumber.Of(high)}"
        : EnumWord.Of(normaliser.Scheme);

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private void Line(string text) => WrappedText.Write(output, text, width);
}
