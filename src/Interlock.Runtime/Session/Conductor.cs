using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Session;

/// <summary>Leads through the episodes of a run between the ticks: starts where the file asks for it, resets a simulated world, ends.</summary>
internal sealed class Conductor(SessionParts parts, ControlLoop loop, EpisodeTally tally)
{
    private const double NsPerS = 1e9;

    private readonly Supervisor _supervisor = parts.Loop.Supervisor;
    private readonly int _wanted = parts.Settings.Run.Episodes;
    private long? _waitingSinceNs;
    private long? _lastTickNs;
    private bool _worldIsUsed;
    private bool _mustForget;
    private bool _isUnderWay;
    private bool _mayBegin = true;
    private bool? _marked;
    private bool _starts = parts.Settings.Supervisor.AutoStart;

    /// <summary>True when every episode is over, or the run was ended.</summary>
    public bool IsDone { get; private set; }

    /// <summary>A person said that it may start: armed and started as soon as the robot answers. From any thread.</summary>
    public void StartWhenReady() => Volatile.Write(ref _starts, true);

    /// <summary>After a tick.</summary>
    public void AfterTick()
    {
        tally.Observe(loop);
        SupervisorDecision decision = loop.Decision;
        Notice(decision.Trigger);
        AfterStop(decision.State);
        bool isWaiting = decision.State is SupervisorState.Stopped or SupervisorState.Idle or SupervisorState.Armed || (decision.State == SupervisorState.Holding && !_isUnderWay);
        _waitingSinceNs = isWaiting ? _waitingSinceNs ?? loop.Timings.BeganAtNs : null;
        CountStandstill(decision.State);
        if (!_isUnderWay && decision.State is SupervisorState.Running or SupervisorState.Degraded)
        {
            BeginUnderWay();
        }

        if (!_isUnderWay && Volatile.Read(ref _starts) && _mayBegin)
        {
            StartWhenReady(decision.State);
        }
    }

    /// <summary>For how long nothing has been under way, s: stopped, not started, or between two episodes.</summary>
    public double WaitedS => _waitingSinceNs is { } since ? (loop.Timings.BeganAtNs - since) / NsPerS : 0;

    /// <summary>The run ends before its time: the episode under way is over, as far as it came.</summary>
    public void EndEarly() => End();

    private void CountStandstill(SupervisorState state)
    {
        long now = loop.Timings.BeganAtNs;
        if (state is SupervisorState.Stopped or SupervisorState.Idle or SupervisorState.Armed)
        {
            parts.Episodes.StandStill(now - (_lastTickNs ?? now));
        }

        _lastTickNs = now;
    }

    // A person resumed or started: in the world of the last episode, whose task is done, the next one would be over at once. A simulated world is put in order only
    // now, because its time runs from there, and because a robot that is held stays where it is commanded to be.
    private void BeginUnderWay()
    {
        if (_worldIsUsed)
        {
            PutInOrder();
            if (_worldIsUsed)
            {
                return;
            }

            loop.BeginAgain();
        }

        _isUnderWay = true;
        parts.Episodes.BeginEpisode(loop.Timings.BeganAtNs);
    }

    // After a stop a person arms and starts again, whoever asked for a start before; and the policy's steps begin again at zero.
    private void AfterStop(SupervisorState state)
    {
        if (state == SupervisorState.Stopped)
        {
            Volatile.Write(ref _starts, false);
            _mustForget = true;
            loop.MayAsk = false;
        }
        else if (!LeadsOn && !_worldIsUsed)
        {
            PutInOrder();
        }
    }

    // Another episode begins without a person: the world is put in order first. On a real robot somebody does that, and resumes.
    private bool LeadsOn =>
        !_isUnderWay && _mayBegin && tally.Episodes.Count > 0 && Volatile.Read(ref _starts) && parts.Robot.Robot.Description.IsSimulated;

    // The policy is not asked while it forgets, and a world is not changed under a question.
    private void PutInOrder()
    {
        if (!_mustForget || parts.Loop.Desk.Status == DeskStatus.Busy)
        {
            return;
        }

        ulong seed = parts.Settings.Run.Seed + (ulong)tally.Episodes.Count;
        if (_worldIsUsed)
        {
            parts.Robot.Table!.Reset(seed);
            _worldIsUsed = false;
        }

        parts.Job.BeginEpisode(parts.Robot.Table?.Start.Seeds.Policy ?? seed);
        parts.Answers.BeginEpisode();
        _mustForget = false;
        loop.MayAsk = true;
    }

    private void Notice(SupervisorTrigger trigger)
    {
        switch (trigger)
        {
            case SupervisorTrigger.MarkSuccess or SupervisorTrigger.MarkFailure when _isUnderWay:
                _marked = trigger == SupervisorTrigger.MarkSuccess;
                End();
                break;
            case SupervisorTrigger.Pause when !_isUnderWay:
                Volatile.Write(ref _starts, false);
                break;
            case SupervisorTrigger.EpisodeDone or SupervisorTrigger.AnswerEndEpisode:
                End();
                break;
            default:
                break;
        }
    }

    private void End()
    {
        if (!_isUnderWay)
        {
            return;
        }

        bool? success = _marked ?? parts.Episodes.Success;
        ShiftFinding? shift = tally.EndEpisode(loop.Episode, success, _marked is not null ? OutcomeJudge.Operator : success is not null ? OutcomeJudge.Environment : OutcomeJudge.Nobody);
        if (shift is { } found)
        {
            parts.Answers.Tell(RuntimeCodes.ActionShift, $"the executed actions are distributed otherwise than at first: {Words(found)}");
        }

        _marked = null;
        _isUnderWay = false;
        parts.Episodes.EndEpisode();
        _mustForget = true;
        _worldIsUsed = parts.Robot.Table is not null;
        loop.MayAsk = false;
        loop.BeginEpisode();
        IsDone = tally.Episodes.Count >= _wanted;
        _mayBegin = !IsDone;
    }

    private string Words(in ShiftFinding found)
    {
        ChannelContract channel = parts.Loop.Guard.Contract.Channels[found.Channel];
        string what = found.IsSpread ? "spread" : "mean";
        return $"{what} of {channel.Name} {ShortNumber.Of(found.Reference, channel.Unit.Symbol)} → {ShortNumber.Of(found.Recent, channel.Unit.Symbol)} (p {found.PValue:0.0000})";
    }

    private void StartWhenReady(SupervisorState state)
    {
        switch (state)
        {
            case SupervisorState.Idle when loop.Senses.HasState:
                _supervisor.Post(OperatorCommand.Arm);
                break;
            case SupervisorState.Armed:
                _supervisor.Post(OperatorCommand.Start);
                break;
            case SupervisorState.Holding when LeadsOn && loop.IsAtRest:
                BeginNext();
                break;
            default:
                break;
        }
    }

    // Between episodes the robot rests, and the policy is not asked while it forgets the last one.
    private void BeginNext()
    {
        PutInOrder();
        if (_mustForget)
        {
            return;
        }

        _supervisor.Post(OperatorCommand.Resume);
        _mayBegin = true;
    }
}
