using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A finding about a file.</summary>
internal sealed record FindingFacts(string Code, string Severity, string Message, string? File, string? Hint)
{
    // Folders of the machine that makes the report are nobody's business, and would make reports of one recording differ.
    public static FindingFacts Of(Diagnostic finding) => new(
        finding.Code, EnumWord.Of(finding.Severity), finding.Message, finding.Place?.File is { } file ? Path.GetFileName(file) : null, finding.Hint);
}
