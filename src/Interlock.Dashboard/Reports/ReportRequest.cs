namespace Interlock.Dashboard.Reports;

/// <summary>What is to be reported on.</summary>
public sealed record ReportRequest
{
    /// <summary>A recording, or a folder whose recordings (subfolders count) are reported on together.</summary>
    public required string Path { get; init; }

    /// <summary>The time that stands in the report; nothing else in it depends on a clock. Null: no time stands in it. Default null.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>Headline; null: the task, else the file's name.</summary>
    public string? Title { get; init; }

    /// <summary>True to go through the production checklist as well. Default false.</summary>
    public bool WithReadiness { get; init; }

    /// <summary>True to take the SHA-256 of every recording, which reads each file once. Default true.</summary>
    public bool WithDigests { get; init; } = true;

    /// <summary>Version of the software that makes the report; empty when unknown.</summary>
    public string SoftwareVersion { get; init; } = "";
}
