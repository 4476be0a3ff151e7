using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Soak;

/// <summary>Somebody who does what each state asks for, now and then.</summary>
internal sealed class SoakPerson(Supervisor supervisor, int everyTicks)
{
    private int _ticks;

    /// <summary>Looks after every so many ticks.</summary>
    /// <param name="mayResume">False while the person leaves holds alone.</param>
    public void Look(bool mayResume)
    {
        if (++_ticks < everyTicks)
        {
            return;
        }

        _ticks = 0;
        if (Answer(supervisor.State, mayResume) is { } command)
        {
            supervisor.Post(command);
        }
    }

    private static OperatorCommand? Answer(SupervisorState state, bool mayResume) => state switch
    {
        SupervisorState.Idle => OperatorCommand.Arm,
        SupervisorState.Armed => OperatorCommand.Start,
        SupervisorState.Stopped => OperatorCommand.Reset,
        SupervisorState.AwaitingHuman => OperatorCommand.AnswerContinue,
        SupervisorState.Holding or SupervisorState.Degraded when mayResume => OperatorCommand.Resume,
        SupervisorState.HumanControl when mayResume => OperatorCommand.HandBack,
        _ => null,
    };
}
