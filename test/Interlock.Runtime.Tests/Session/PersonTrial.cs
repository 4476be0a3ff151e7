using Interlock.Policies;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Session;
using Interlock.Runtime.Session.Making;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Session;

/// <summary>A person who arms, starts, resets and resumes whenever there is reason to, now and then, and does something of his own besides.</summary>
/// <param name="everyTicks">Between two looks.</param>
/// <param name="stopsAt">Whether to press stop at this tick, given what it decided.</param>
internal sealed class PersonTrial(int everyTicks, Func<SupervisorDecision, bool> stopsAt) : ITrial
{
    private int _ticks;
    private bool _hasStopped;

    public IAnswerDelay Delay => new FixedDelay(SessionOptions.DefaultVirtualLatencyNs);

    public IPolicy Spoil(IPolicy policy, MadeRobot robot) => policy;

    public void AfterTick(ControlLoop loop, LoopParts parts)
    {
        if (!_hasStopped && stopsAt(loop.Decision))
        {
            _hasStopped = parts.Supervisor.Post(OperatorCommand.Stop);
        }
        else if (++_ticks % everyTicks == 0 && Next(loop.Decision.State) is { } command)
        {
            parts.Supervisor.Post(command);
        }
    }

    private static OperatorCommand? Next(SupervisorState state) => state switch
    {
        SupervisorState.Idle => OperatorCommand.Arm,
        SupervisorState.Armed => OperatorCommand.Start,
        SupervisorState.Holding => OperatorCommand.Resume,
        SupervisorState.Stopped => OperatorCommand.Reset,
        _ => null,
    };
}
