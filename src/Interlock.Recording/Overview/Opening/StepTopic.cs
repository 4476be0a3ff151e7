namespace Interlock.Recording.Overview.Opening;

/// <summary>The streams of a step in the order in which their signals stand.</summary>
internal enum StepTopic
{
    Raw,
    Policy,
    Guarded,
    Executed,
    State,
    Monitors,
    Force,
    Verdict,
    Supervisor,
    Timing,
}
