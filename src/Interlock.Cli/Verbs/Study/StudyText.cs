using Interlock.Cli.Output;
using Interlock.Evaluation.Study.Report;
using Spectre.Console;

namespace Interlock.Cli.Verbs.Study;

/// <summary>A study for people: tables that fit the terminal, plain text in a pipe, the one sentence to take away last.</summary>
internal sealed class StudyText
{
    private readonly IAnsiConsole _console;
    private readonly VerbHost _host;
    private readonly bool _hasPlots;

    public StudyText(VerbHost host, bool plot = false)
    {
        _host = host;
        _hasPlots = TerminalFigure.IsWanted(host, plot);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = host.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = host.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(host.Out),
        });
        _console.Profile.Width = host.Width;
    }

    public void Write(StudyReport report)
    {
        foreach (PolicyReport policy in report.Policies)
        {
            WritePolicy(policy, [.. report.Warnings.Where(warning => warning.Policy == policy.Name)]);
        }

        if (report.Comparisons.Count > 0)
        {
            WriteComparisons(report.Comparisons);
        }

        Line($"Intervals: 95 %, {report.Resamples} resamples of whole episodes, seed {report.Seed}; success: Wilson.", "grey");
        Line(report.Conclusion, "bold");
    }

    private void WritePolicy(PolicyReport policy, StudyWarning[] warnings)
    {
        Line($"{policy.Name}: {policy.Episodes} episodes, {policy.Failures} failures", "bold");
        Line($"success {StudyNumbers.Share(policy.Success)}{SafeSuccess(policy)}");
        Line($"episode length alone: AUROC {StudyNumbers.Value(policy.Length.Auroc)} {StudyNumbers.Range(policy.Length.Interval)}");
        _console.Write(MonitorTable.Of(policy, _host.Width));
        WriteAdvice(policy);
        DetectionTable.Write(policy, _console);
        if (_hasPlots)
        {
            ForestPlot.Write(policy, _host);
            DetectionPlot.Write(policy, _host);
        }

        foreach (StudyWarning warning in warnings)
        {
            Line($"WARNING: {warning.Message}", "bold red");
        }

        Line(string.Empty);
    }

    private void WriteAdvice(PolicyReport policy)
    {
        foreach (string line in AdviceLines.Of(policy))
        {
            Line(line);
        }
    }

    private void WriteComparisons(IReadOnlyList<ComparisonReport> comparisons)
    {
        Line("Without and with the guard", "bold");
        foreach (ComparisonReport comparison in comparisons)
        {
            foreach (string line in ComparisonLines.Of(comparison))
            {
                Line(line);
            }
        }

        Line(string.Empty);
    }

    private static string SafeSuccess(PolicyReport policy) =>
        policy.SafeSuccess is { } safe ? $", without a violation {StudyNumbers.Share(safe)}" : string.Empty;

    private void Line(string text, string style = "default") => _console.Write(new Paragraph(text + Environment.NewLine, Style.Parse(style)));
}
