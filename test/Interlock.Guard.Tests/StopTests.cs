using Interlock.Core.Contract;
using Interlock.Guard.Interventions;

namespace Interlock.Guard.Tests;

public sealed class StopTests
{
    [Fact]
    public void A_stop_requested_before_any_step_sends_nothing_while_the_robot_is_nowhere()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.RequestStop();

        guard.Step(0.5, out StepResult result);

        Assert.Equal((Verdict.Stop, false, true), (result.Verdict, result.HasCommand, result.IsLatched));
    }

    [Fact]
    public void A_stop_requested_before_any_step_holds_the_measured_position()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.RequestStop();
        double[] safe = new double[1];

        StepResult result = guard.Step([0.5], new StepInput { Measured = [0.3] }, safe);

        Assert.True(result.HasCommand);
        Assert.Equal(0.3, safe[0]);
    }

    [Fact]
    public void A_requested_stop_counts_in_monitor_mode_too()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Mode = GuardMode.Monitor });
        Assert.Equal(5, guard.Step(5));
        guard.RequestStop();

        Assert.Equal(5, guard.Step(7, out StepResult result));

        Assert.Equal((Verdict.Stop, true), (result.Verdict, result.IsEnforced));
        guard.ResetLatch();
        Assert.Equal(7, guard.Step(7));
    }

    [Fact]
    public void A_requested_stop_is_written_into_the_ring_once()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.Step(0.5);
        guard.RequestStop();
        guard.Step(0.5);
        guard.Step(0.5);

        Intervention[] ring = new Intervention[4];
        Assert.Equal(1, guard.CopyInterventions(ring));
        Assert.Equal((GuardCodes.StopRequested, 1L), (ring[0].Code, ring[0].Step));
        Assert.Equal([GuardCodes.Latched], guard.Codes());
    }

    [Fact]
    public void After_a_reset_an_infeasible_start_latches_again()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.BeginEpisode([3.0]);
        guard.Step(0);
        guard.ResetLatch();
        Assert.False(guard.IsLatched);

        Assert.Equal(3, guard.Step(0));
        Assert.Equal(GuardCodes.NoFeasibleCommand, guard.LatchCode);
    }

    [Fact]
    public void A_lasting_stop_does_not_push_its_cause_out_of_the_ring()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()), new ActionGuardOptions { InterventionCapacity = 4 });
        guard.BeginEpisode([3.0]);
        for (int step = 0; step < 100; step++)
        {
            guard.Step(0);
        }

        Intervention[] ring = new Intervention[4];
        Assert.Equal(1, guard.CopyInterventions(ring));
        Assert.Equal((GuardCodes.NoFeasibleCommand, 3.0), (ring[0].Code, ring[0].Safe));
        Assert.Equal([GuardCodes.Latched], guard.Codes());
    }

    [Fact]
    public void A_brake_says_at_every_step_why_the_action_is_not_used()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(min: -50, max: 50, maxStep: 1) with { MaxAcceleration = 10 }) with
        {
            Watchdog = new Watchdog(100, StopReaction.Brake),
        });
        guard.BeginEpisode([0.0]);
        double[] safe = new double[1];
        for (int step = 0; step < 5; step++)
        {
            guard.Step([50], new StepInput { AgeMs = 1 }, safe);
        }

        guard.Step([50], new StepInput { AgeMs = 101 }, safe);
        int held = 0;
        while (guard.Step([50], new StepInput { AgeMs = 1 }, safe).Verdict == Verdict.Hold)
        {
            Assert.Equal([GuardCodes.Stale], guard.Codes());
            held++;
        }

        // From 0.5 a step at 0.1 a step²; the step that finds the motion to be zero comes on top.
        Assert.InRange(held, 4, 5);
    }

    [Fact]
    public void A_stop_reports_the_command_that_was_sent_and_not_the_one_it_replaced()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Mode = GuardMode.Stop });
        guard.BeginEpisode([0.0]);
        guard.Step(0.05);

        Assert.Equal(0.05, guard.Step(0.9));

        Intervention[] ring = new Intervention[4];
        Assert.Equal(2, guard.CopyInterventions(ring));
        Assert.Equal((GuardCodes.Velocity, 0.05), (ring[0].Code, ring[0].Safe));
        Assert.Equal(0.05, guard.LastInterventions[0].Safe);
    }

    [Fact]
    public void A_non_finite_value_is_reported_with_the_command_that_brakes()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(min: -50, max: 50, maxStep: 1) with { MaxAcceleration = 10 }));
        guard.BeginEpisode([0.0]);
        guard.Step(50);
        guard.Step(50);

        double safe = guard.Step(double.NaN);

        Assert.Equal(0.4, safe, 12);
        Assert.Equal(safe, guard.LastInterventions[0].Safe);
    }

    [Fact]
    public void A_stop_from_full_speed_may_take_thousands_of_steps_and_ends_inside()
    {
        const double MaxAcceleration = 0.05;

        // Half a unit in the last place of 5000, at each of 4000 steps.
        const double rounding = 4000 * 0.5e-12;
        ActionGuard guard = new(Arms.Of(Arms.Joint(min: null, max: 5000, maxStep: null) with { MaxAcceleration = MaxAcceleration }));
        guard.BeginEpisode([0.0]);
        double position = 0;
        double motion = 0;
        for (int step = 0; step < 8000; step++)
        {
            double next = guard.Step(step < 4000 ? 1e6 : double.NaN);
            Assert.InRange(next - position - motion, (-MaxAcceleration / 100) - rounding, (MaxAcceleration / 100) + rounding);
            (motion, position) = (next - position, next);
            Assert.True(position <= 5000);
        }

        Assert.Equal(0, motion);
    }
}
