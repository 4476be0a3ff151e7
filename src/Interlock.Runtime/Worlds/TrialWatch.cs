using Interlock.Guard;
using Interlock.Policies;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Session;
using Interlock.Runtime.Session.Making;
using Interlock.Runtime.Supervision;
using Interlock.Simulation.Faults;

namespace Interlock.Runtime.Worlds;

/// <summary>Puts the fault into a session at the table and follows what comes of it.</summary>
internal sealed class TrialWatch(PolicyFault? fault, long latencyNs, bool isAttended) : ITrial
{
    private readonly TrialAlarms _alarms = new();
    private readonly TrialPerson? _person = isAttended ? new() : null;
    private TableArmRobot? _table;
    private Verdict _verdict;
    private int _changedTicks;
    private bool _hadOnset;
    private bool _isOver;
    private SupervisorDecision _decision;

    public IAnswerDelay Delay { get; } = new TrialDelay(fault, latencyNs);

    public IPolicy Spoil(IPolicy policy, MadeRobot robot)
    {
        _table = robot.Table!;
        if (!robot.Match.IsIdentity)
        {
            throw new ArgumentException("a trial needs a contract in the arm's own order and units", nameof(robot));
        }

        return fault is null ? policy : new FaultyTablePolicy(policy, _table, fault);
    }

    public void AfterTick(ControlLoop loop, LoopParts parts)
    {
        // Between two rows both have their share: a plan that is braked towards the first wrong row is wrong already.
        if (!_hadOnset && loop.Planner.PlanStep > fault?.OnsetStep - 1)
        {
            Begin(loop.Tick);
        }

        _decision = loop.Decision;
        _isOver |= loop.Decision.Trigger == SupervisorTrigger.EpisodeDone;
        if (_isOver)
        {
            return;
        }

        _person?.Attend(loop, parts);
        _alarms.Observe(loop, parts);
        if (loop.Motion.Source == MotionSource.Policy)
        {
            _verdict = (Verdict)Math.Max((int)_verdict, (int)loop.Motion.Guarded.Verdict);
            _changedTicks += loop.Motion.Guarded.Verdict == Verdict.Pass ? 0 : 1;
        }
    }

    public TableTrialResult Result(RunOutcome outcome) => new()
    {
        Extremes = _table!.Extremes,
        FirstAlarm = _alarms.First,
        FalseAlarms = _alarms.FalseOnes,
        Verdict = _verdict,
        ChangedTicks = _changedTicks,
        Answers = _person?.Answers ?? 0,
        End = End(),
        EndCode = _isOver ? null : _decision.Code,
        Success = _table.Now.Success == true,
        HadOnset = _hadOnset,
        Ticks = outcome.Ticks,
        RecordingPath = outcome.RecordingPath,
    };

    private void Begin(long tick)
    {
        _hadOnset = true;
        _table!.RestartExtremes();
        _alarms.Begin(tick);
        _verdict = Verdict.Pass;
        _changedTicks = 0;
    }

    private TrialEnd End() => _isOver ? TrialEnd.Over : _decision.State switch
    {
        SupervisorState.Stopped => TrialEnd.Stopped,
        SupervisorState.AwaitingHuman => TrialEnd.Asked,
        SupervisorState.Holding => TrialEnd.Held,
        _ => TrialEnd.Over,
    };
}
