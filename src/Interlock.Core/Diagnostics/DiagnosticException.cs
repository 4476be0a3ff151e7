namespace Interlock.Core.Diagnostics;

/// <summary>Outside data could not be used; carries every finding.</summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>Creates the exception from all findings, of which at least one is an error.</summary>
    public DiagnosticException(IEnumerable<Diagnostic> diagnostics)
        : this([.. diagnostics])
    {
    }

    /// <summary>Creates the exception from a single error.</summary>
    public DiagnosticException(string code, string message, SourcePlace? place = null, string? hint = null)
        : this([new Diagnostic(code, DiagnosticSeverity.Error, message, place, hint)])
    {
    }

    private DiagnosticException(Diagnostic[] diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error)))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>Every finding, remarks included.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
