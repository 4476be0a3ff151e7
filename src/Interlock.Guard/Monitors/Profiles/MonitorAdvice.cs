namespace Interlock.Guard.Monitors.Profiles;

/// <summary>What to think of one monitor for one policy family.</summary>
/// <param name="Name">The monitor's name.</param>
/// <param name="Role">How much weight it has.</param>
/// <param name="Evidence">What that rests on.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record MonitorAdvice(string Name, MonitorRole Role, MonitorEvidence Evidence, string Reason);
