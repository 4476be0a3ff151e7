using Interlock.Core.Diagnostics;

namespace Interlock.Cli;

/// <summary>
/// Findings as lines. A remark or warning that repeats is shown twice and then counted: a robot of 44 channels must not bury the one warning
/// that matters. Errors come last, and the first of them, which most often caused the others, is the last line.
/// </summary>
internal static class FindingLines
{
    private const int ShownPerCode = 2;

    /// <summary>Every error has to be mended, so far more of them are shown.</summary>
    private const int ErrorsShownPerCode = 20;

    public static IEnumerable<string> Of(IEnumerable<Diagnostic> findings, string rest)
    {
        IGrouping<(DiagnosticSeverity Severity, string Code), Diagnostic>[] groups =
            [.. findings.GroupBy(item => (item.Severity, item.Code)).OrderBy(group => group.Key.Severity)];
        foreach (var group in groups.Where(group => group.Key.Severity != DiagnosticSeverity.Error))
        {
            foreach (string line in Lines(group.Key, [.. group], rest))
            {
                yield return line;
            }
        }

        foreach (var group in groups.Where(group => group.Key.Severity == DiagnosticSeverity.Error).Reverse())
        {
            foreach (string line in Lines(group.Key, [.. group], rest).Reverse())
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Lines((DiagnosticSeverity Severity, string Code) key, Diagnostic[] findings, string rest)
    {
        string severity = key.Severity.ToString().ToLowerInvariant();
        int shown = key.Severity == DiagnosticSeverity.Error ? ErrorsShownPerCode : ShownPerCode;
        foreach (Diagnostic finding in findings.Take(shown))
        {
            yield return $"{severity}: {finding}";
        }

        if (findings.Length > shown)
        {
            yield return $"{severity}: … and {findings.Length - shown} more of {key.Code}{rest}";
        }
    }
}
