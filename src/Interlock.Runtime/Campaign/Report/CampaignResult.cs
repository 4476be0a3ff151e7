namespace Interlock.Runtime.Campaign.Report;

/// <summary>What a fault campaign found.</summary>
public sealed record CampaignResult
{
    /// <summary>How it was run.</summary>
    public required CampaignOptions Options { get; init; }

    /// <summary>Control rate, Hz.</summary>
    public required double ControlRateHz { get; init; }

    /// <summary>One row for each fault; the first is the run without any.</summary>
    public required IReadOnlyList<FaultRow> Rows { get; init; }

    /// <summary>True when every row was as expected.</summary>
    public bool IsAsExpected => Rows.All(row => row.IsAsExpected);
}
