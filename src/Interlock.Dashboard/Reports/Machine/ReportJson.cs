using System.Text.Json;
using System.Text.Json.Serialization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Machine;

/// <summary>The JSON twin: <c>report/1</c>, <c>docs/schema/report-v1.json</c>. NaN and the infinities are strings, as in recordings.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void Write(ReportFacts facts, Stream target)
    {
        JsonSerializer.Serialize(target, facts, Options);
        target.WriteByte((byte)'\n');
    }
}
