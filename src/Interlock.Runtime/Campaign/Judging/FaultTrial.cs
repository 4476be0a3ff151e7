using Interlock.Runtime.Campaign.Faults;
using Interlock.Runtime.Campaign.Report;
using Interlock.Runtime.Campaign.World;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Campaign.Judging;

/// <summary>One run: start, move, break, watch, mend, and let it go on.</summary>
internal sealed class FaultTrial
{
    private const int RecoveryTicks = 200;

    private readonly CampaignCell _cell;
    private readonly CampaignReaction _least;
    private readonly CommandWatch _commands;
    private CodeCollector? _codes;
    private CampaignReaction _atBar;
    private CampaignReaction _strongest;
    private int? _visibleAfter;
    private int? _reactedAfter;

    private FaultTrial(CampaignCell cell, CampaignReaction least)
    {
        _cell = cell;
        _least = least;
        _commands = new CommandWatch(cell);
        cell.AfterTick = _commands.Observe;
    }

    /// <param name="cell">A fresh one.</param>
    /// <param name="fault">What goes wrong; null for nothing.</param>
    /// <param name="healthyTicks">Ticks in motion before it.</param>
    public static TrialFinding Run(CampaignCell cell, CampaignFault? fault, int healthyTicks)
    {
        FaultTrial trial = new(cell, fault?.Story.Least ?? CampaignReaction.Noticed);
        CellOperator.Start(cell);
        trial._codes = new CodeCollector(cell);
        trial.Healthy(fault is null ? CampaignCalibration.EpisodeTicks : healthyTicks);
        if (fault is not null)
        {
            trial.Faulty(fault);
        }

        int count = trial._codes.Codes.Count;
        return trial.Finding(fault is null ? CampaignEnding.Continues : trial.Ending(fault), count);
    }

    private void Healthy(int ticks)
    {
        for (int tick = 0; tick < ticks; tick++)
        {
            _cell.Tick();
            _codes!.Observe();
            React(TickReaction.Of(_cell.Loop), -1);
        }
    }

    private void Faulty(CampaignFault fault)
    {
        long steps = _cell.Loop.WallClockSteps;
        fault.Inject(_cell);
        for (int after = 0; after < fault.Story.LastsTicks; after++)
        {
            _cell.Tick();
            _codes!.Observe();
            _visibleAfter ??= fault.IsVisible(_cell) ? after : null;
            CampaignReaction reaction = TickReaction.Of(_cell.Loop);
            React(reaction == CampaignReaction.None && _cell.Loop.WallClockSteps > steps ? CampaignReaction.Noticed : reaction, after);
            steps = _cell.Loop.WallClockSteps;
        }
    }

    private void React(CampaignReaction reaction, int after)
    {
        if (reaction == CampaignReaction.None)
        {
            return;
        }

        _reactedAfter ??= reaction >= _least || after < 0 ? after : null;
        _strongest = Max(_strongest, reaction);
        if (_visibleAfter is { } visible && after <= visible + FaultCampaign.ReactionBarPeriods)
        {
            _atBar = Max(_atBar, reaction);
        }
    }

    private CampaignEnding Ending(CampaignFault fault)
    {
        fault.End(_cell);
        for (int tick = 0; tick < RecoveryTicks; tick++)
        {
            _cell.Tick();
            _codes!.Observe();
        }

        SupervisorState state = _cell.Supervisor.State;
        if (state is SupervisorState.Running or SupervisorState.Degraded)
        {
            return _strongest >= CampaignReaction.Held ? CampaignEnding.Resumes : CampaignEnding.Continues;
        }

        return !CellOperator.LetGoOn(_cell) ? CampaignEnding.AwaitsNewSession
            : state == SupervisorState.AwaitingHuman ? CampaignEnding.AwaitsAnswer
            : state == SupervisorState.Stopped ? CampaignEnding.AwaitsReset
            : CampaignEnding.AwaitsResume;
    }

    private TrialFinding Finding(CampaignEnding ending, int codes) => new()
    {
        Reaction = _atBar,
        Strongest = _strongest,
        VisibleAfter = _visibleAfter,
        ReactedAfter = _reactedAfter,
        Codes = [.. _codes!.Codes.Take(codes)],
        LaterCodes = [.. _codes.Codes.Skip(codes)],
        Ending = ending,
        Commands = _commands.Checker.Commands,
        LargestViolation = _commands.Checker.LargestViolation,
    };

    private static CampaignReaction Max(CampaignReaction one, CampaignReaction other) => one > other ? one : other;
}
