using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

public sealed class OperatorTests
{
    private static readonly Func<SupervisorInput, SupervisorInput> WithHuman = input => input with { HumanAgeNs = 5_000_000 };

    [Fact]
    public void A_stop_outranks_whatever_else_was_asked_in_the_same_tick()
    {
        Rig rig = new();
        foreach (OperatorCommand command in new[] { OperatorCommand.Stop, OperatorCommand.Arm, OperatorCommand.Start, OperatorCommand.Reset, OperatorCommand.Resume })
        {
            rig.Supervisor.Post(command);
        }

        Assert.Equal(SupervisorState.Stopped, rig.Tick().State);
    }

    [Fact]
    public void A_stop_is_taken_even_when_nothing_else_finds_room()
    {
        Rig rig = new Rig().Running();
        bool taken = true;
        for (int i = 0; taken && i < 1000; i++)
        {
            taken = rig.Supervisor.Post(OperatorCommand.Resume);
        }

        Assert.False(taken);
        Assert.True(rig.Supervisor.Post(OperatorCommand.Stop));
        Assert.Equal((SupervisorState.Stopped, SupervisorCodes.OperatorStop), (rig.Tick().State, rig.Last.Code));
        Assert.Contains(rig.Events(), item => item.Trigger == SupervisorTrigger.CommandsLost);
    }

    [Fact]
    public void A_reset_before_the_robot_had_time_to_come_to_rest_is_refused()
    {
        Rig rig = new Rig(new SupervisorOptions { StopSettleMs = 100 }).Running();
        rig.Do(OperatorCommand.Stop);
        Assert.Equal(SupervisorState.Stopped, rig.Do(OperatorCommand.Reset).State);
        Assert.Equal(SupervisorCodes.ResetTooEarly, rig.Events()[^1].Code);
        rig.Ticks(9);
        Assert.Equal(SupervisorState.Idle, rig.Do(OperatorCommand.Reset).State);
    }

    [Fact]
    public void Before_a_reset_everything_that_was_and_is_wrong_is_shown()
    {
        Rig rig = new(Faults.Options);
        rig.Do(OperatorCommand.Arm, Faults.Healthy);
        rig.Do(OperatorCommand.Start, Faults.Healthy);
        rig.Tick(input => Faults.Healthy(input) with { ForceN = 23.5, Robot = RobotHealth.Refusing });
        rig.Tick(input => Faults.Healthy(input) with { Robot = RobotHealth.Refusing });
        StopReport report = rig.Supervisor.WhatWasWrong();
        Assert.True(report.IsStopped);
        Assert.Equal(SupervisorCodes.Force, report.FirstCause?.Code);
        Assert.Contains("RT087 contact force 23.5 N, limit 20 N; Running → Stopped, protective stop", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(["RT079 the robot does not take commands"], report.StillVisible);
    }

    [Fact]
    public void Arming_is_refused_while_a_fault_is_visible()
    {
        Rig rig = new();
        Assert.Equal(SupervisorState.Idle, rig.Do(OperatorCommand.Arm, input => input with { GuardLatched = true }).State);
        Assert.Equal(SupervisorCodes.Blocked, rig.Events()[^1].Code);
    }

    [Fact]
    public void A_person_takes_over_at_any_time_in_motion_and_hands_back()
    {
        Rig rig = new Rig().Running();
        Assert.Equal((SupervisorState.HumanControl, Motion.Human), (rig.Do(OperatorCommand.TakeOver, WithHuman).State, rig.Last.Motion));
        SupervisorDecision decision = rig.Ticks(1000, input => WithHuman(input) with { Policy = PolicyHealth.Gone, IsStarved = true });
        Assert.Equal(Motion.Human, decision.Motion);
        Assert.Equal(Motion.Release, rig.Do(OperatorCommand.HandBack, WithHuman).Motion);
    }

    [Fact]
    public void A_hand_back_to_a_policy_that_is_gone_holds()
    {
        Rig rig = new Rig().Running();
        rig.Do(OperatorCommand.TakeOver, WithHuman);
        SupervisorDecision decision = rig.Do(OperatorCommand.HandBack, input => WithHuman(input) with { Policy = PolicyHealth.Gone });
        Assert.Equal((SupervisorState.Holding, SupervisorCodes.PolicyGone), (decision.State, decision.Code));
    }

    [Fact]
    public void Stale_human_input_holds_and_never_goes_back_to_the_policy_by_itself()
    {
        Rig rig = new Rig().Running();
        rig.Do(OperatorCommand.TakeOver, WithHuman);
        SupervisorDecision decision = rig.Tick(input => input with { HumanAgeNs = 151_000_000 });
        Assert.Equal((Motion.Hold, SupervisorCodes.HumanStale), (decision.Motion, decision.Code));
        Assert.Equal(Motion.Hold, rig.Ticks(900, WithHuman).Motion);
        Assert.Equal(Motion.Human, rig.Do(OperatorCommand.TakeOver, WithHuman).Motion);
    }

    [Fact]
    public void Taking_over_without_input_takes_the_robot_from_the_policy_all_the_same()
    {
        Rig rig = new Rig().Running();
        Assert.Equal((Motion.Hold, SupervisorCodes.TakeOverWithoutInput), (rig.Do(OperatorCommand.TakeOver).Motion, rig.Last.Code));
        Assert.Equal(SupervisorState.Holding, rig.Ticks(500).State);
    }

    [Fact]
    public void Commands_from_many_threads_all_arrive()
    {
        Rig rig = new();
        Thread[] people = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                rig.Supervisor.Post(OperatorCommand.Resume);
            }
        }))];
        Array.ForEach(people, person => person.Start());
        Array.ForEach(people, person => person.Join());
        rig.Tick();
        Assert.Equal(40, rig.Events().Count(item => item.IsRefused && item.Trigger == SupervisorTrigger.Resume));
    }
}
