using System.Text.Json;
using Interlock.Dashboard.Reports.Building;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>A fault campaign (<c>interlock demo --fault all --json</c>).</summary>
/// <param name="File">Its file.</param>
/// <param name="Faults">Faults tried.</param>
/// <param name="Wanting">Faults whose reaction was not as expected.</param>
/// <param name="Runs">Runs of each fault.</param>
internal sealed record CampaignEvidence(string File, int Faults, IReadOnlyList<string> Wanting, int Runs)
{
    public const string FormatTag = "demo-campaign/1";

    public static CampaignEvidence Of(JsonElement root, string file)
    {
        JsonElement[] rows = [.. JsonParts.Items(root, "rows")];
        return new CampaignEvidence(
            file,
            rows.Length,
            [.. rows.Where(row => JsonParts.Truth(row, "as_expected") != true).Select(row => JsonParts.Text(row, "fault"))],
            JsonParts.Member(root, "runs") is { ValueKind: JsonValueKind.Number } runs && runs.TryGetInt32(out int count) ? count : 0);
    }
}
