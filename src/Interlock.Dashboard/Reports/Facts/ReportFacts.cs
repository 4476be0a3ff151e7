using System.Text.Json.Serialization;

namespace Interlock.Dashboard.Reports.Facts;

/// <summary>Everything that a report says; the JSON twin (<c>docs/schema/report-v1.json</c>) is this record.</summary>
internal sealed record ReportFacts
{
    public const string FormatTag = "report/1";

    [JsonPropertyName("interlock")]
    public string Format { get; init; } = FormatTag;

    public required string Title { get; init; }

    public required string? GeneratedAt { get; init; }

    public required string SoftwareVersion { get; init; }

    /// <summary>The one sentence to read.</summary>
    public required string Verdict { get; init; }

    /// <summary>Of several recordings together; null where a single file was asked for.</summary>
    public required GroupFacts? Together { get; init; }

    public required IReadOnlyList<EpisodeFacts> Episodes { get; init; }

    /// <summary>Files that could not be read.</summary>
    public required IReadOnlyList<FindingFacts> Problems { get; init; }

    public required Readiness.ReadinessFacts? Readiness { get; init; }

    /// <summary>The command that makes this report again; all but the time at its head comes out the same.</summary>
    public required string Reproduce { get; init; }

    public required IReadOnlyList<string> NotChecked { get; init; }
}
