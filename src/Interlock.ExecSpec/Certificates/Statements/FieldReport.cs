using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>Collects what is wrong with one document; beyond a hundred findings it only counts.</summary>
internal sealed class FieldReport(string? file, DiagnosticCollector findings)
{
    private const int Most = 100;

    private int _count;

    public bool HasErrors => _count > 0;

    public string? File => file;

    public DiagnosticCollector Findings => findings;

    public void Error(string code, string path, string message, string? hint = null)
    {
        _count++;
        if (_count <= Most)
        {
            findings.Error(code, message, new SourcePlace(file, Key: path), hint);
        }
    }

    /// <summary>How a message names a JSON value.</summary>
    public static string KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
