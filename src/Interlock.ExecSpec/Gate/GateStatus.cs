namespace Interlock.ExecSpec.Gate;

/// <summary>What came of one check.</summary>
public enum GateStatus
{
    /// <summary>Observed and equal, or within its tolerance.</summary>
    Passed,

    /// <summary>Within the tolerance of the gate but not equal; it belongs into the receipt.</summary>
    Noted,

    /// <summary>Could not be checked here, or the certificate says nothing about it; the text tells which.</summary>
    NotChecked,

    /// <summary>Failed and covered by a signed waiver.</summary>
    Waived,

    /// <summary>Failed: refuse.</summary>
    Failed,
}
