namespace Interlock.Guard.Monitors.Profiles;

/// <summary>What advice about a monitor rests on.</summary>
public enum MonitorEvidence
{
    /// <summary>Measured on episodes of this policy family (arXiv 2605.28726, its only table).</summary>
    Measured,

    /// <summary>Measured by others with this kind of policy, with other data and another protocol.</summary>
    MeasuredElsewhere,

    /// <summary>Carried over from a similar policy family; confirm it with <c>interlock study</c>.</summary>
    Analogy,
}
