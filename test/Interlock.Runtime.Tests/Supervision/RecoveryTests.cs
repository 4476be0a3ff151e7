using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

public sealed class RecoveryTests
{
    private static readonly SupervisorOptions Quick = new() { RecoverAfterTicks = 3, ForgetAfterTicks = 50 };

    [Fact]
    public void One_late_chunk_ends_by_itself_after_the_stated_good_ticks()
    {
        Rig rig = new Rig(Quick).Running();
        Assert.Equal(Motion.Hold, rig.Tick(Starved).Motion);
        Assert.Equal(Motion.Hold, rig.Ticks(2).Motion);
        Assert.Equal((SupervisorState.Running, null), (rig.Tick().State, rig.Last.Code));
    }

    [Fact]
    public void Without_the_option_even_a_late_chunk_waits_for_a_person()
    {
        Rig rig = new Rig(Quick with { ResumeAfterTransient = false }).Running();
        rig.Tick(Starved);
        Assert.Equal(SupervisorState.Holding, rig.Ticks(100).State);
        Assert.Equal(Motion.Release, rig.Do(OperatorCommand.Resume).Motion);
    }

    [Fact]
    public void A_cause_that_is_not_transient_makes_any_hold_wait_for_a_person()
    {
        Rig rig = new Rig(Quick).Running();
        rig.Tick(Starved);
        rig.Tick(input => input with { Policy = PolicyHealth.Hung });
        Assert.Equal(SupervisorState.Holding, rig.Ticks(100).State);
    }

    [Fact]
    public void A_pause_never_ends_by_itself()
    {
        Rig rig = new Rig(Quick).Running();
        rig.Do(OperatorCommand.Pause);
        rig.Tick(Starved);
        Assert.Equal((SupervisorState.Holding, SupervisorCodes.Paused), (rig.Ticks(5000).State, rig.Last.Code));
    }

    [Fact]
    public void Resume_is_blocked_while_a_fault_is_visible_and_says_which()
    {
        Rig rig = new Rig(Quick).Running();
        static SupervisorInput Hung(SupervisorInput input) => input with { Policy = PolicyHealth.Hung };
        rig.Tick(Hung);
        Assert.Equal(Motion.Hold, rig.Do(OperatorCommand.Resume, Hung).Motion);
        SupervisorEvent blocked = rig.Events()[^1];
        Assert.Equal((SupervisorCodes.Blocked, SupervisorTrigger.PolicyHung), (blocked.Code, blocked.Because));
        Assert.Contains("RT074 the policy does not answer", Supervisor.Explain(blocked), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hold_that_began_degraded_ends_degraded()
    {
        Rig rig = new Rig(Quick).Running();
        rig.Tick(input => input with { UnfamiliarInput = true });
        rig.Tick(input => input with { UnfamiliarInput = true, IsStarved = true });
        rig.Ticks(2, input => input with { UnfamiliarInput = true });
        SupervisorDecision decision = rig.Tick(input => input with { UnfamiliarInput = true });
        Assert.Equal((SupervisorState.Degraded, 0.5), (decision.State, decision.LimitScale));
    }

    [Fact]
    public void Care_that_a_person_asked_for_lasts_until_a_person_ends_it()
    {
        Rig rig = new Rig(Quick).Running();
        rig.Tick(input => input with { AlarmCount = 1 });
        rig.Do(OperatorCommand.AnswerContinueWithCare);
        rig.Tick(Starved);
        Assert.Equal(SupervisorState.Degraded, rig.Ticks(100).State);
        Assert.Equal(SupervisorState.Running, rig.Do(OperatorCommand.Resume).State);
    }

    [Fact]
    public void Failures_without_a_good_stretch_ask_a_person_and_at_last_stop()
    {
        Rig rig = new Rig(Quick with { FailureLimit = 2, EscalationLimit = 1 }).Running();
        rig.Tick();
        Assert.Equal(2, FailUntilAsked(rig));
        Assert.Equal(SupervisorCodes.PolicyStarved, rig.Last.Code);
        rig.Do(OperatorCommand.AnswerContinue);
        FailUntilAsked(rig);
        Assert.Equal((SupervisorState.Stopped, Motion.ProtectiveStop), (rig.Last.State, rig.Last.Motion));
        Assert.Contains(rig.Events(), item => item.Code == SupervisorCodes.EscalationsRepeated);
    }

    [Fact]
    public void Failures_with_good_stretches_between_them_are_forgotten()
    {
        Rig rig = new Rig(Quick with { FailureLimit = 1 }).Running();
        for (int i = 0; i < 20; i++)
        {
            rig.Ticks(60);
            Assert.Equal(SupervisorState.Holding, rig.Tick(Starved).State);
        }
    }

    [Fact]
    public void Waiting_for_the_first_chunk_holds_and_is_no_failure()
    {
        Rig rig = new(Quick with { FailureLimit = 0 });
        rig.Do(OperatorCommand.Arm, Starved);
        Assert.Equal(Motion.Hold, rig.Do(OperatorCommand.Start, Starved).Motion);
        rig.Ticks(30, Starved);
        Assert.Equal(SupervisorState.Running, rig.Ticks(3).State);
    }

    [Fact]
    public void A_hold_that_lasts_asks_and_a_question_that_nobody_answers_stops()
    {
        Rig rig = new Rig(Quick with { HoldLimitS = 1, AnswerLimitS = 2 }).Running();
        Assert.Equal(SupervisorState.Holding, rig.Ticks(101, Starved).State);
        Assert.Equal((SupervisorState.AwaitingHuman, SupervisorCodes.PolicyStarved), (rig.Tick(Starved).State, rig.Last.Code));
        Assert.Equal(SupervisorState.AwaitingHuman, rig.Ticks(200, Starved).State);
        Assert.Equal(SupervisorState.Stopped, rig.Tick(Starved).State);
        Assert.Equal(SupervisorCodes.NobodyAnswered, rig.Events()[^1].Code);
    }

    [Fact]
    public void An_answer_silences_its_question_for_the_stated_time()
    {
        Rig rig = new Rig(Quick with { AnswerValidMs = 100 }).Running();
        static SupervisorInput Unsure(SupervisorInput input) => input with { ConfidencePValue = double.NaN, ConfidenceIsCalibrated = true };
        Assert.Equal(SupervisorState.AwaitingHuman, rig.Tick(Unsure).State);
        Assert.Equal(Motion.Release, rig.Do(OperatorCommand.AnswerContinue, Unsure).Motion);
        Assert.Equal(Motion.Release, rig.Ticks(9, Unsure).Motion);
        Assert.Equal(SupervisorCodes.ConfidenceLow, rig.Tick(Unsure).Code);
    }

    [Fact]
    public void The_end_of_an_episode_brakes_and_waits_for_a_person()
    {
        foreach (OperatorCommand mark in new[] { OperatorCommand.MarkSuccess, OperatorCommand.MarkFailure })
        {
            Rig rig = new Rig(Quick).Running();
            SupervisorDecision decision = rig.Do(mark);
            Assert.Equal((SupervisorState.Holding, Motion.Brake), (decision.State, decision.Motion));
            Assert.Equal(SupervisorState.Holding, rig.Ticks(100).State);
            Assert.Equal(Motion.Release, rig.Do(OperatorCommand.Resume).Motion);
        }
    }

    private static int FailUntilAsked(Rig rig)
    {
        for (int holds = 0; ; holds++)
        {
            rig.Tick();
            if (rig.Tick(Starved).State != SupervisorState.Holding)
            {
                return holds;
            }

            rig.Ticks(3);
        }
    }

    private static SupervisorInput Starved(SupervisorInput input) => input with { IsStarved = true };
}
