using Interlock.Guard;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

public sealed class FaultReactionTests
{
    private static readonly string[] Stops =
    [
        SupervisorCodes.RobotLost, SupervisorCodes.ContractChanged, SupervisorCodes.StatisticsChanged, SupervisorCodes.GuardLatched,
        SupervisorCodes.Force, SupervisorCodes.Torque,
    ];

    private static readonly string[] Asks = [SupervisorCodes.ConfidenceLow, SupervisorCodes.AlarmRaised];

    public static TheoryData<string> Codes => [.. Faults.All.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_fault_is_acted_on_in_the_tick_in_which_it_is_visible(string code)
    {
        SupervisorDecision decision = RunningRig().Tick(Faults.All[code]);
        Assert.Equal(code, decision.Code);
        Assert.Equal(Expected(code), decision.State);
        Assert.True(decision.Motion >= Motion.Hold || code == SupervisorCodes.UnfamiliarInput);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_fault_never_sends_anything_before_a_start(string code)
    {
        Rig rig = new(Faults.Options);
        Assert.Equal(Motion.None, rig.Ticks(3, Faults.All[code]).Motion);
        rig.Do(OperatorCommand.Arm, Faults.Healthy);
        Assert.Equal(Motion.None, rig.Tick(Faults.All[code]).Motion);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_stop_fault_latches_and_a_reset_moves_nothing(string code)
    {
        Rig rig = RunningRig();
        rig.Tick(Faults.All[code]);
        rig.Ticks(300, Faults.Healthy);
        if (!Stops.Contains(code))
        {
            Assert.NotEqual(SupervisorState.Stopped, rig.Last.State);
            return;
        }

        Assert.Equal(Motion.ProtectiveStop, rig.Last.Motion);
        Assert.Equal(SupervisorState.Stopped, rig.Do(OperatorCommand.Resume, Faults.Healthy).State);
        SupervisorDecision reset = rig.Do(OperatorCommand.Reset, Faults.Healthy);
        Assert.Equal((SupervisorState.Idle, Motion.None), (reset.State, reset.Motion));
        Assert.Equal(Motion.None, rig.Do(OperatorCommand.Start, Faults.Healthy).Motion);
        rig.Do(OperatorCommand.Arm, Faults.Healthy);
        Assert.Equal(Motion.Release, rig.Do(OperatorCommand.Start, Faults.Healthy).Motion);
    }

    [Fact]
    public void The_worst_of_several_faults_is_the_first_cause()
    {
        Rig rig = RunningRig();
        SupervisorDecision decision = rig.Tick(input => Faults.Healthy(input) with
        {
            IsStarved = true,
            UnfamiliarInput = true,
            Policy = PolicyHealth.Hung,
            ForceN = 30,
            GuardLatched = true,
        });
        Assert.Equal((SupervisorState.Stopped, SupervisorCodes.GuardLatched), (decision.State, decision.Code));
    }

    [Fact]
    public void Contact_counts_after_the_stated_number_of_ticks_and_one_outlier_does_not()
    {
        Rig rig = new(new SupervisorOptions { ForceLimitN = 20, ContactTicks = 3 });
        SupervisorInput Touch(SupervisorInput input) => input with { ForceN = 25 };
        SupervisorInput Free(SupervisorInput input) => input with { ForceN = 20 };
        rig.Do(OperatorCommand.Arm, Free);
        rig.Do(OperatorCommand.Start, Free);
        rig.Ticks(2, Touch);
        Assert.Equal(Motion.Release, rig.Tick(Free).Motion);
        Assert.Equal(Motion.Release, rig.Ticks(2, Touch).Motion);
        Assert.Equal(SupervisorCodes.Force, rig.Tick(Touch).Code);
    }

    [Fact]
    public void Actions_that_the_guard_keeps_rejecting_lead_to_a_hold()
    {
        Rig rig = new Rig(new SupervisorOptions { GuardRejectLimit = 2 }).Running();
        SupervisorInput Rejected(SupervisorInput input) => input with { LastVerdict = Verdict.Hold };
        Assert.Equal(Motion.Release, rig.Ticks(2, Rejected).Motion);
        Assert.Equal(SupervisorCodes.GuardRejects, rig.Tick(Rejected).Code);
    }

    [Fact]
    public void A_gap_between_ticks_and_a_step_back_brake()
    {
        foreach (long passedNs in new[] { 1_100_000_000L, -1L })
        {
            SupervisorDecision decision = new Rig().Running().Tick(passedNs: passedNs);
            Assert.Equal((Motion.Brake, SupervisorCodes.ClockJumped), (decision.Motion, decision.Code));
        }
    }

    [Fact]
    public void Missed_deadlines_count_in_a_window_only()
    {
        Rig rig = new Rig(new SupervisorOptions { MissedTickLimit = 2, MissedTickWindow = 10 }).Running();
        for (int i = 1; i <= 6; i++)
        {
            Assert.Equal(Motion.Release, rig.Ticks(6, input => input with { MissedTicks = i }).Motion);
        }

        Assert.Equal(SupervisorCodes.DeadlinesMissed, rig.Tick(input => input with { MissedTicks = 9 }).Code);
    }

    [Fact]
    public void A_confidence_without_calibration_is_noted_and_not_acted_on()
    {
        Rig rig = new Rig().Running();
        SupervisorDecision decision = rig.Ticks(10, input => input with { ConfidencePValue = 0 });
        Assert.Equal((SupervisorState.Running, null), (decision.State, decision.Code));
        Assert.Single(rig.Events(), item => item.Code == SupervisorCodes.ConfidenceUncalibrated);
    }

    [Fact]
    public void A_lost_recorder_and_alarms_are_only_noted_where_the_options_say_so()
    {
        Rig rig = new Rig(new SupervisorOptions { OnRecorderLoss = RecorderLoss.Continue, OnAlarm = AlarmReaction.Note }).Running();
        SupervisorDecision decision = rig.Ticks(5, input => input with { RecorderFailed = true, AlarmCount = 2 });
        Assert.Equal(Motion.Release, decision.Motion);
        Assert.Equal([SupervisorCodes.RecordingLost, SupervisorCodes.AlarmNoted], rig.Events().Select(item => item.Code).Where(code => code is not null));
    }

    [Fact]
    public void A_question_after_an_alarm_names_what_is_unusual()
    {
        Rig rig = new Rig().Running();
        rig.Tick(input => input with { AlarmCount = 1, Alarm = new AlarmFact("GD411", "stall", 52, 45) });
        Assert.Equal("RT092 an alarm of the guard fired: stall left its usual course: 52 spreads, limit 45; Running → AwaitingHuman, hold", SupervisorText.Of(rig.Events()[^1]));
    }

    [Fact]
    public void Unfamiliar_input_scales_limits_or_takes_the_fallback_policy()
    {
        Rig rig = new Rig(new SupervisorOptions { DegradedLimitScale = 0.25, HasFallbackPolicy = true, RecoverAfterTicks = 4 }).Running();
        SupervisorDecision decision = rig.Tick(input => input with { UnfamiliarInput = true });
        Assert.Equal((SupervisorState.Degraded, Motion.Release, 0.25, true), (decision.State, decision.Motion, decision.LimitScale, decision.UseFallbackPolicy));
        Assert.Equal(SupervisorState.Degraded, rig.Ticks(3).State);
        decision = rig.Tick();
        Assert.Equal((SupervisorState.Running, 1, false), (decision.State, decision.LimitScale, decision.UseFallbackPolicy));
    }

    private static SupervisorState Expected(string code) =>
        Stops.Contains(code) ? SupervisorState.Stopped
        : Asks.Contains(code) ? SupervisorState.AwaitingHuman
        : code == SupervisorCodes.UnfamiliarInput ? SupervisorState.Degraded
        : SupervisorState.Holding;

    private static Rig RunningRig()
    {
        Rig rig = new(Faults.Options);
        rig.Do(OperatorCommand.Arm, Faults.Healthy);
        rig.Do(OperatorCommand.Start, Faults.Healthy);
        Assert.Equal(Motion.Release, rig.Last.Motion);
        return rig;
    }
}
