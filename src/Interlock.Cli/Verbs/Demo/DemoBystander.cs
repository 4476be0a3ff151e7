using Interlock.Runtime.Session;
using Interlock.Runtime.Supervision;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Acts in a demo where nobody does: says go on, and after a while resets a stop and starts again. The arm is simulated, so nobody can be hurt.</summary>
internal sealed class DemoBystander(RunSession session, VerbHost host)
{
    /// <summary>How long a person has, s; ours.</summary>
    public const double PatienceS = 20;

    // Between the commands of one restart.
    private const double StepS = 1.5;

    private SupervisorState? _state;
    private long _since;
    private bool _restarts;

    public void Look()
    {
        SupervisorState state = session.State;
        if (state != _state)
        {
            (_state, _since) = (state, host.Clock.GetTimestamp());
        }

        if (state == SupervisorState.Running)
        {
            // Whoever started it, the episodes after a stop follow by themselves again.
            session.StartWhenReady();
        }

        double waitedS = host.Clock.GetElapsedTime(_since).TotalSeconds;
        bool restarts = _restarts && state is SupervisorState.Idle or SupervisorState.Armed;
        if (CommandOf(state) is not { } command || waitedS < (restarts ? StepS : PatienceS))
        {
            return;
        }

        if (!restarts)
        {
            host.Error.WriteLine($"Nobody acted for {PatienceS:0} s; the demo does.");
        }

        _restarts = state is SupervisorState.Stopped || restarts;
        _since = host.Clock.GetTimestamp();
        session.Post(command);
    }

    private static OperatorCommand? CommandOf(SupervisorState state) => state switch
    {
        SupervisorState.Stopped => OperatorCommand.Reset,
        SupervisorState.Idle => OperatorCommand.Arm,
        SupervisorState.Armed => OperatorCommand.Start,
        SupervisorState.Holding => OperatorCommand.Resume,
        SupervisorState.AwaitingHuman => OperatorCommand.AnswerContinue,
        _ => null,
    };
}
