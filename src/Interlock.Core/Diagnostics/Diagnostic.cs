namespace Interlock.Core.Diagnostics;

/// <summary>One finding about outside data or about a running system, with a stable code that has a page in <c>docs/codes</c>.</summary>
/// <param name="Code">Stable code: two letters and three digits, for example <c>CT012</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What happened, with value, limit and unit where there are any. One sentence, no final full stop.</param>
/// <param name="Place">Where it was found; null when it has no place.</param>
/// <param name="Hint">What to do next; null when the message says it already.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    string Message,
    SourcePlace? Place = null,
    string? Hint = null)
{
    /// <inheritdoc />
    public override string ToString()
    {
        string text = Place is null ? $"{Code} {Message}" : $"{Place}: {Code} {Message}";
        return Hint is null ? text : $"{text} ({Hint})";
    }
}
