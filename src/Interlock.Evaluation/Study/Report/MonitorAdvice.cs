namespace Interlock.Evaluation.Study.Report;

/// <summary>What to do with a monitor for this policy.</summary>
/// <param name="Role">Its place in the recommended profile.</param>
/// <param name="Ground">Why, in one stable word or two.</param>
/// <param name="Reason">Why, in one line with the numbers.</param>
public sealed record MonitorAdvice(MonitorRole Role, AdviceGround Ground, string Reason);
