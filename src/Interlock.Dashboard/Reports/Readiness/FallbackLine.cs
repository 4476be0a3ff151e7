using System.Globalization;
using Interlock.Runtime.Campaign;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>The fallback was tried with every fault of the campaign's table.</summary>
internal static class FallbackLine
{
    private const string Item = "fallback", Title = "The fallback was tried with every fault of the campaign";
    private const string WouldShow = "'interlock demo --fault all --json > campaign.json' beside the recordings; it tries a simulated cell, not this robot";

    public static ReadinessLine Of(EvidenceFolder evidence)
    {
        if (evidence.Campaigns.FirstOrDefault(campaign => campaign.Wanting.Count > 0) is { } wanting)
        {
            return ReadinessLine.Wanting(Item, Title, $"{wanting.File}: {wanting.Wanting.Count} of {wanting.Faults.Count} faults not as expected: {string.Join(", ", wanting.Wanting)}", WouldShow);
        }

        CampaignEvidence[] tried = [.. evidence.Campaigns.Where(campaign => campaign.Runs > 0)];
        if (tried.FirstOrDefault(campaign => campaign.Missing.Count == 0) is { } whole)
        {
            return ReadinessLine.Shown(Item, Title, string.Create(
                CultureInfo.InvariantCulture,
                $"{whole.File}: all {FaultCampaign.Faults.Count} rows of the table, {whole.Runs} {(whole.Runs == 1 ? "run" : "runs")} each, all as expected; a simulated cell, not this robot"));
        }

        return tried.MinBy(campaign => campaign.Missing.Count) is { } part
            ? ReadinessLine.NotShown(Item, Title, $"{part.File}: {part.Missing.Count} of {FaultCampaign.Faults.Count} rows of the table are missing: {string.Join(", ", part.Missing)}", WouldShow)
            : ReadinessLine.NotShown(Item, Title, "", WouldShow);
    }
}
