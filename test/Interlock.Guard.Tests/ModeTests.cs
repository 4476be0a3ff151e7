using Interlock.Core.Contract;
using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests;

public sealed class ModeTests
{
    [Fact]
    public void Monitor_mode_passes_the_action_and_reports_exactly_what_clip_mode_would_have_done()
    {
        SafetyContract contract = Arms.Of(Arms.Joint("a"), Arms.Joint("b", maxStep: 0.02));
        ActionGuard clip = new(contract);
        ActionGuard shadow = new(contract with { Mode = GuardMode.Monitor });
        SeededRandom random = new(7);
        double[] clipped = new double[2];
        double[] passed = new double[2];
        for (int step = 0; step < 500; step++)
        {
            double[] raw = [random.NextDouble(-1.5, 1.5), random.NextDouble(-1.5, 1.5)];
            StepResult enforced = clip.Step(raw, clipped);
            StepResult watched = shadow.Step(raw, passed);

            Assert.Equal(raw, passed);
            Assert.Equal(clipped, shadow.GuardedCommand.ToArray());
            Assert.Equal(clip.LastInterventions.ToArray(), shadow.LastInterventions.ToArray());
            Assert.Equal(enforced.Verdict, watched.Verdict);
            Assert.False(watched.IsEnforced);
        }
    }

    [Fact]
    public void Monitor_mode_still_keeps_non_finite_values_from_the_robot()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Mode = GuardMode.Monitor });
        Assert.Equal(5, guard.Step(5));

        Assert.Equal(5, guard.Step(double.NaN, out StepResult result));
        Assert.Equal(Verdict.Hold, result.Verdict);
    }

    [Fact]
    public void Monitor_mode_keeps_stale_actions_from_the_robot()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Mode = GuardMode.Monitor, Watchdog = new Watchdog(200) });
        double[] sent = new double[1];
        guard.Step([0.5], new StepInput { AgeMs = 10 }, sent);

        guard.Step([0.9], new StepInput { AgeMs = 500 }, sent);

        Assert.Equal(0.5, sent[0]);
    }

    [Fact]
    public void Warn_mode_enforces_and_says_one_line_per_intervention()
    {
        List<string> lines = [];
        ActionGuard guard = new(
            Arms.Of(Arms.Joint("wrist")) with { Mode = GuardMode.Warn }, new ActionGuardOptions { OnWarning = lines.Add });

        Assert.Equal(1, guard.Step(3));

        string line = Assert.Single(lines);
        Assert.StartsWith("GD110 wrist", line, StringComparison.Ordinal);
        Assert.Contains("limit 1 rad", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_mode_latches_at_the_first_violation_and_stays_until_it_is_reset()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Mode = GuardMode.Stop });
        guard.BeginEpisode([0.0]);
        Assert.Equal(0.05, guard.Step(0.05));

        Assert.Equal(0.05, guard.Step(0.5, out StepResult violated));
        Assert.Equal(Verdict.Stop, violated.Verdict);
        Assert.Equal(GuardCodes.ViolationInStopMode, guard.LatchCode);
        Assert.Equal(0.05, guard.Step(0.06, out StepResult after));
        Assert.Equal(Verdict.Stop, after.Verdict);

        guard.ResetLatch();
        Assert.Equal(0.06, guard.Step(0.06));
    }

    [Fact]
    public void A_new_episode_does_not_release_the_latch()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.RequestStop();
        guard.BeginEpisode([0.3]);

        Assert.Equal(0.3, guard.Step(0.35, out StepResult result));
        Assert.Equal(Verdict.Stop, result.Verdict);
        Assert.Equal(GuardCodes.StopRequested, guard.LatchCode);
    }

    [Fact]
    public void Escalation_stops_after_the_stated_number_of_large_changes_on_end()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Escalation = new Escalation(0.25, 3) });
        guard.BeginEpisode([0.0]);
        guard.Step(0.9);
        guard.Step(0.9);
        guard.Step(0.2, out StepResult small);
        Assert.False(small.IsLatched);
        guard.Step(-0.9);
        guard.Step(-0.9);
        Assert.False(guard.IsLatched);

        guard.Step(-0.9, out StepResult third);

        Assert.Equal(Verdict.Stop, third.Verdict);
        Assert.Equal(GuardCodes.Escalation, guard.LatchCode);
    }

    [Fact]
    public void A_contact_force_above_the_limit_stops()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Force = new ForceLimit { MaxForceN = 20 } });
        guard.BeginEpisode([0.0]);
        double[] safe = new double[1];

        StepResult below = guard.Step([0.05], new StepInput { ForceN = 19.9 }, safe);
        StepResult above = guard.Step([0.1], new StepInput { ForceN = 20.1 }, safe);

        Assert.Equal(Verdict.Pass, below.Verdict);
        Assert.Equal(Verdict.Stop, above.Verdict);
        Assert.Equal(GuardCodes.Force, guard.LatchCode);
        Assert.Equal(0.05, safe[0]);
    }

    [Fact]
    public void A_limited_but_unmeasured_force_is_said_once_and_does_not_stop()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Force = new ForceLimit { MaxForceN = 20 } });
        guard.BeginEpisode([0.0]);

        guard.Step(0.05, out StepResult first);
        Assert.Equal([GuardCodes.ForceUnknown], guard.Codes());
        guard.Step(0.1, out StepResult second);

        Assert.Equal(Verdict.Pass, first.Verdict);
        Assert.Equal(Verdict.Pass, second.Verdict);
        Assert.Empty(guard.Codes());
    }
}
