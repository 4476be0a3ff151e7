using Interlock.Core.Contract;

namespace Interlock.Guard.Tests;

public sealed class RelativeChunkTests
{
    private static ActionGuard Guard(params ChannelContract[] channels) => new(Arms.Of(channels) with { Reference = ActionReference.RelativeChunk });

    [Fact]
    public void Before_the_first_chunk_nothing_is_sent()
    {
        ActionGuard guard = Guard(Arms.Joint());
        guard.BeginEpisode([0.9]);

        guard.Step(0.05, out StepResult result);

        Assert.Equal((Verdict.Hold, false), (result.Verdict, result.HasCommand));
        Assert.Equal([GuardCodes.UnknownOrigin], guard.Codes());
        guard.BeginChunk([0.05], origin: [0.9]);
        Assert.Equal(0.05, guard.Step(0.05), 12);
    }

    [Fact]
    public void A_chunk_of_the_last_episode_says_nothing_about_this_one()
    {
        ActionGuard guard = Guard(Arms.Joint());
        guard.BeginEpisode([0.9]);
        guard.BeginChunk([0.05], origin: [0.9]);
        guard.Step(0.05);

        guard.BeginEpisode([-0.9]);

        guard.Step(0.05, out StepResult result);
        Assert.False(result.HasCommand);
    }

    [Fact]
    public void A_refused_origin_does_not_leave_the_old_one_in_force()
    {
        ActionGuard guard = Guard(Arms.Joint());
        guard.BeginEpisode([0.9]);
        guard.BeginChunk([0.05], origin: [0.9]);

        Assert.Throws<ArgumentException>(() => guard.BeginChunk([0.05], origin: [double.NaN]));

        guard.Step(0.05, out StepResult result);
        Assert.False(result.HasCommand);
    }

    [Fact]
    public void A_chunk_check_is_made_in_the_robots_own_coordinates()
    {
        ActionGuard guard = Guard(Arms.Joint());
        guard.BeginEpisode([0.9]);

        Assert.Equal(0, guard.CheckChunk([0.02, 0.04], [0.9]).ChangedSteps);
        Assert.Equal(2, guard.CheckChunk([0.2, 0.3], [0.9]).ChangedSteps);
        Assert.Throws<ArgumentException>(() => guard.CheckChunk([0.02]));
    }

    [Fact]
    public void A_far_origin_never_makes_the_command_infinite()
    {
        ActionGuard guard = Guard(Arms.Joint(min: null, max: null, maxStep: null) with { MaxJerk = 1 });
        guard.BeginEpisode([-1.5e308]);
        guard.BeginChunk([0.0], origin: [1.5e308]);

        Assert.True(double.IsFinite(guard.Step(0.0)));
        Assert.True(double.IsFinite(guard.Step(1.5e308)));
    }
}
