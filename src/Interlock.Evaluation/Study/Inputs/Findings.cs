using Interlock.Core.Diagnostics;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Findings about one file; gives up when there are too many to be read.</summary>
internal sealed class Findings(string file)
{
    private readonly DiagnosticCollector _collector = new();

    public string File { get; } = file;

    public int Count => _collector.Items.Count;

    public void Error(string code, string message, string? key = null, int? line = null, string? hint = null)
    {
        _collector.Error(code, message, new SourcePlace(File, line, key), hint);
        if (_collector.Items.Count >= InputLimits.Findings)
        {
            ThrowIfErrors();
        }
    }

    public void ThrowIfErrors() => _collector.ThrowIfErrors();

    public DiagnosticException Fatal(string code, string message, string? key = null, int? line = null, string? hint = null) =>
        new([.. _collector.Items, new Diagnostic(code, DiagnosticSeverity.Error, message, new SourcePlace(File, line, key), hint)]);
}
