namespace Interlock.Policies.Scheduling;

/// <summary>Diagnostic codes of chunk scheduling; each has a page in <c>docs/codes</c>.</summary>
public static class ScheduleCodes
{
    /// <summary>The plan has run out.</summary>
    public const string Starved = "PO066";

    /// <summary>Options that cannot work.</summary>
    public const string UnusableOptions = "PO067";

    /// <summary>The code of a refused chunk; null for an accepted one.</summary>
    public static string? Of(SpliceOutcome outcome) => outcome switch
    {
        SpliceOutcome.Empty => "PO060",
        SpliceOutcome.OutOfOrder => "PO061",
        SpliceOutcome.Stale => "PO062",
        SpliceOutcome.TooLate => "PO063",
        SpliceOutcome.AheadOfTime => "PO064",
        _ => null,
    };
}
