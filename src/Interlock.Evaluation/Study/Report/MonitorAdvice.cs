namespace Interlock.Evaluation.Study.Report;

/// <summary>What to do with a monitor for this policy.</summary>
/// <param name="Role">Its place in the recommended profile.</param>
/// <param name="Reason">One line of why.</param>
public sealed record MonitorAdvice(MonitorRole Role, string Reason);
