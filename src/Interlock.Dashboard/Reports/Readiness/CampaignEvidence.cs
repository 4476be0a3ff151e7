using System.Text.Json;
using Interlock.Dashboard.Reports.Building;
using Interlock.Runtime.Campaign;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>A fault campaign (<c>interlock demo --fault all --json</c>).</summary>
/// <param name="File">Its file.</param>
/// <param name="Faults">Faults tried, by name.</param>
/// <param name="Wanting">Faults whose reaction was not as expected.</param>
/// <param name="Runs">Runs of each fault.</param>
internal sealed record CampaignEvidence(string File, IReadOnlyList<string> Faults, IReadOnlyList<string> Wanting, int Runs)
{
    public const string FormatTag = "demo-campaign/1";

    /// <summary>Rows of the table that it does not have.</summary>
    public IReadOnlyList<string> Missing { get; } = [.. FaultCampaign.Faults.Except(Faults)];

    public static CampaignEvidence Of(JsonElement root, string file)
    {
        JsonElement[] rows = [.. JsonParts.Items(root, "rows")];
        return new CampaignEvidence(
            file,
            [.. rows.Select(row => JsonParts.Text(row, "fault"))],
            [.. rows.Where(row => JsonParts.Truth(row, "as_expected") != true).Select(row => JsonParts.Text(row, "fault"))],
            JsonParts.Member(root, "runs") is { ValueKind: JsonValueKind.Number } runs && runs.TryGetInt32(out int count) ? count : 0);
    }
}
