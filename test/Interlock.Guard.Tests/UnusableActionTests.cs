using Interlock.Core.Contract;

namespace Interlock.Guard.Tests;

public sealed class UnusableActionTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_non_finite_action_holds_the_last_command_and_the_next_valid_one_goes_on(double bad)
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.BeginEpisode([0.0]);
        Assert.Equal(0.05, guard.Step(0.05));

        Assert.Equal(0.05, guard.Step(bad, out StepResult held));
        Assert.Equal(Verdict.Hold, held.Verdict);
        Assert.Equal([GuardCodes.NonFinite], guard.Codes());

        Assert.Equal(0.1, guard.Step(0.1, out StepResult next), 12);
        Assert.Equal(Verdict.Pass, next.Verdict);
    }

    [Fact]
    public void One_bad_channel_rejects_the_whole_action_and_is_named()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint("a"), Arms.Joint("b")));
        guard.BeginEpisode([0.2, 0.3]);
        double[] safe = new double[2];

        guard.Step([0.25, double.NaN], safe);

        Assert.Equal([0.2, 0.3], safe);
        Assert.Equal(1, guard.LastInterventions[0].Channel);
        Assert.Contains("b", guard.Explain(guard.LastInterventions[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_first_action_without_a_known_state_sends_nothing()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(min: 0.5)));

        double safe = guard.Step(double.NaN, out StepResult result);

        Assert.False(result.HasCommand);
        Assert.Equal(Verdict.Hold, result.Verdict);
        Assert.InRange(safe, 0.5, 1);
    }

    [Theory]
    [InlineData(0, GuardCodes.Missing)]
    [InlineData(1, GuardCodes.WrongLength)]
    [InlineData(3, GuardCodes.WrongLength)]
    public void A_missing_or_wrong_length_action_holds_and_is_never_broadcast(int length, string code)
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint("a"), Arms.Joint("b")));
        guard.BeginEpisode([0.2, 0.3]);
        double[] safe = new double[2];

        StepResult result = guard.Step(new double[length], safe);

        Assert.Equal(Verdict.Hold, result.Verdict);
        Assert.Equal([0.2, 0.3], safe);
        Assert.Equal([code], guard.Codes());
    }

    [Theory]
    [InlineData(StopReaction.Hold, Verdict.Hold, false)]
    [InlineData(StopReaction.Brake, Verdict.Hold, false)]
    [InlineData(StopReaction.Stop, Verdict.Stop, true)]
    public void A_stale_action_meets_the_reaction_that_the_contract_names(StopReaction reaction, Verdict verdict, bool latched)
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Watchdog = new Watchdog(200, reaction) });
        guard.BeginEpisode([0.0]);
        double[] safe = new double[1];

        StepResult fresh = guard.Step([0.1], new StepInput { AgeMs = 200 }, safe);
        StepResult stale = guard.Step([0.2], new StepInput { AgeMs = 200.5 }, safe);

        Assert.Equal(Verdict.Pass, fresh.Verdict);
        Assert.Equal(verdict, stale.Verdict);
        Assert.Equal(latched, guard.IsLatched);
        Assert.Equal(0.1, safe[0]);
    }

    [Fact]
    public void An_age_that_is_not_a_number_is_stale()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Watchdog = new Watchdog(200) });
        guard.BeginEpisode([0.0]);

        StepResult result = guard.Step([0.1], new StepInput { AgeMs = double.NaN }, new double[1]);

        Assert.Equal(Verdict.Hold, result.Verdict);
    }

    [Fact]
    public void A_hold_on_a_rate_command_is_zero_and_not_the_last_rate()
    {
        SafetyContract contract = Arms.Of(Arms.Joint(maxStep: null) with { MaxVelocity = 1 }) with { Space = ActionSpace.JointVelocity };
        ActionGuard guard = new(contract);
        Assert.Equal(0.8, guard.Step(0.8));

        Assert.Equal(0, guard.Step(double.NaN));
    }

    [Fact]
    public void A_hold_brakes_no_harder_than_the_acceleration_limit()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(min: -10, max: 10, maxStep: 0.5) with { MaxAcceleration = 10 }));
        guard.BeginEpisode([0.0]);
        double position = 0;
        double motion = 0;
        for (int step = 0; step < 5; step++)
        {
            double next = guard.Step(10);
            motion = next - position;
            position = next;
        }

        for (int step = 0; step < 10; step++)
        {
            double next = guard.Step(double.NaN);
            Assert.InRange(next - position, motion - 0.1 - 1e-12, motion);
            motion = next - position;
            position = next;
        }

        Assert.Equal(0, motion, 12);
    }
}
