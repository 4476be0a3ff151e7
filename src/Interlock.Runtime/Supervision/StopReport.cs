namespace Interlock.Runtime.Supervision;

/// <summary>What a person is shown before a reset.</summary>
/// <param name="IsStopped">True while the stop is latched.</param>
/// <param name="FirstCause">What led to the present trouble first; null when nothing ever did.</param>
/// <param name="StillVisible">One line for each fault that is visible now; it would prevent the next arming.</param>
/// <param name="Sentences">First cause first, then what followed, then what is still visible, and at last what to do.</param>
public sealed record StopReport(
    bool IsStopped, SupervisorEvent? FirstCause, IReadOnlyList<string> StillVisible, IReadOnlyList<string> Sentences)
{
    /// <inheritdoc />
    public override string ToString() => string.Join('\n', Sentences);
}
