namespace Interlock.Guard;

/// <summary>Outcome of one guard step.</summary>
public readonly record struct StepResult
{
    /// <summary>Step number since the start of the session, from 0.</summary>
    public long Step { get; init; }

    /// <summary>What was done; in monitor mode, what would have been done.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>
    /// False when there is nothing that may be sent: the first action was unusable and no measured state is known.
    /// Send nothing then.
    /// </summary>
    public bool HasCommand { get; init; }

    /// <summary>True when the verdict was enforced; false in monitor mode.</summary>
    public bool IsEnforced { get; init; }

    /// <summary>True while the guard is latched.</summary>
    public bool IsLatched { get; init; }

    /// <summary>Largest change of a channel relative to its span, 0 and up.</summary>
    public double ClipFraction { get; init; }

    /// <summary>Number of entries in <see cref="ActionGuard.LastInterventions"/>.</summary>
    public int InterventionCount { get; init; }

    /// <summary>Number of alarms that fired at this step.</summary>
    public int AlarmCount { get; init; }
}
