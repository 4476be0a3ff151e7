namespace Interlock.Evaluation.Substitution;

/// <summary>What one guard did in one replay.</summary>
/// <param name="Success">True when the task was done with this guard.</param>
/// <param name="Counts">What it counted.</param>
internal sealed record GuardedReplay(bool Success, CountingGuard Counts)
{
    /// <summary>
    /// No alarm, no hold, no stop, and no more steps changed than in the raw replay. A guard whose limits are percentiles changes some
    /// steps of every healthy episode; that says nothing.
    /// </summary>
    public bool IsSilentBeside(GuardedReplay raw) => Counts.FirstAlarmStep is null && Counts.ChangedSteps <= raw.Counts.ChangedSteps;
}
