using System.Text.Json;
using Interlock.Dashboard.Reports.Building;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>A calibration of confidence (<c>*.confidence.json</c>).</summary>
/// <param name="File">Its file.</param>
/// <param name="Claim">Its claim in words.</param>
/// <param name="Episodes">Episodes that it was calibrated on.</param>
internal sealed record ConfidenceEvidence(string File, string Claim, int Episodes)
{
    public const string FormatTag = "confidence/1";

    public static ConfidenceEvidence Of(JsonElement root, string file) => new(
        file,
        JsonParts.Text(root, "claim"),
        JsonParts.Items(root, "signals").Select(signal => JsonParts.Items(signal, "episode_scores").Count()).DefaultIfEmpty(0).Max());
}
