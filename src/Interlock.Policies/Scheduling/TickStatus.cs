namespace Interlock.Policies.Scheduling;

/// <summary>Where the action of a control tick comes from.</summary>
public enum TickStatus
{
    /// <summary>The tick reached the time of a row, or passed it.</summary>
    Fresh,

    /// <summary>Between two rows, or standing still.</summary>
    Interpolated,

    /// <summary>The plan has run out: there is no action.</summary>
    Starved,
}
