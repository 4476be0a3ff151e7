namespace Interlock.Runtime.Supervision;

/// <summary>The reaction of every state to one trigger.</summary>
internal sealed record TransitionRow(
    SupervisorTrigger Trigger,
    Reaction Idle,
    Reaction Armed,
    Reaction Running,
    Reaction Degraded,
    Reaction Holding,
    Reaction AwaitingHuman,
    Reaction HumanControl,
    Reaction Stopped)
{
    public Reaction In(SupervisorState state) => state switch
    {
        SupervisorState.Idle => Idle,
        SupervisorState.Armed => Armed,
        SupervisorState.Running => Running,
        SupervisorState.Degraded => Degraded,
        SupervisorState.Holding => Holding,
        SupervisorState.AwaitingHuman => AwaitingHuman,
        SupervisorState.HumanControl => HumanControl,
        _ => Stopped,
    };
}
