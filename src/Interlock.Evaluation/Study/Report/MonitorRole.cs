namespace Interlock.Evaluation.Study.Report;

/// <summary>Place of a monitor in the recommended profile of a policy.</summary>
public enum MonitorRole
{
    /// <summary>The one to watch.</summary>
    Primary,

    /// <summary>Also informative.</summary>
    Secondary,

    /// <summary>Not to be trusted on these data.</summary>
    Muted,
}
