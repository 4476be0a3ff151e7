namespace Interlock.Core.Diagnostics;

/// <summary>Gathers findings while outside data is parsed, so that a user sees all of them at once.</summary>
public sealed class DiagnosticCollector
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>All findings in the order they were made.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>True when at least one finding makes the data unusable.</summary>
    public bool HasErrors => _items.Exists(item => item.Severity == DiagnosticSeverity.Error);

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    /// <summary>Adds a finding that makes the data unusable.</summary>
    public void Error(string code, string message, SourcePlace? place = null, string? hint = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Error, message, place, hint));

    /// <summary>Adds a finding that leaves the data usable.</summary>
    public void Warn(string code, string message, SourcePlace? place = null, string? hint = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, place, hint));

    /// <summary>Adds a remark.</summary>
    public void Info(string code, string message, SourcePlace? place = null, string? hint = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Info, message, place, hint));

    /// <summary>Throws <see cref="DiagnosticException"/> when there is an error among the findings.</summary>
    public void ThrowIfErrors()
    {
        if (HasErrors)
        {
            throw new DiagnosticException(_items);
        }
    }
}
