using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Guard.Interventions;

namespace Interlock.Guard.Tests;

public sealed class RateLimitingTests
{
    [Fact]
    public void Path_consistent_limiting_keeps_the_direction_of_motion()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint("fast", maxStep: 0.4), Arms.Joint("slow", maxStep: 0.1)) with
        {
            RateLimiting = RateLimiting.PathConsistent,
        });
        guard.BeginEpisode([0.0, 0.0]);
        double[] safe = new double[2];

        guard.Step([0.3, 0.6], safe);

        Assert.Equal([0.05, 0.1], safe.Select(value => Math.Round(value, 12)));
        Assert.Contains(GuardCodes.PathSlowed, guard.Codes());
    }

    [Fact]
    public void Per_channel_limiting_bends_the_path()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint("fast", maxStep: 0.4), Arms.Joint("slow", maxStep: 0.1)));
        guard.BeginEpisode([0.0, 0.0]);
        double[] safe = new double[2];

        guard.Step([0.3, 0.6], safe);

        Assert.Equal([0.3, 0.1], safe);
    }

    [Fact]
    public void A_gripper_that_snaps_shut_does_not_slow_the_arm()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(), Arms.Joint("grip", 0, 1, 0.1) with { Role = ChannelRole.Gripper }) with
        {
            RateLimiting = RateLimiting.PathConsistent,
        });
        guard.BeginEpisode([0.0, 0.0]);
        double[] safe = new double[2];

        guard.Step([0.1, 1.0], safe);

        Assert.Equal([0.1, 0.1], safe);
    }

    [Fact]
    public void A_bound_is_never_approached_faster_than_the_joint_can_brake()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(max: 1, maxStep: 0.2) with { MaxAcceleration = 4 }));
        guard.BeginEpisode([0.0]);
        double position = 0;
        double motion = 0;
        bool slowed = false;
        for (int step = 0; step < 40; step++)
        {
            double next = guard.Step(1.0);
            slowed |= guard.Codes().Contains(GuardCodes.StoppingDistance);
            Assert.InRange(next - position - motion, -0.04 - 1e-12, 0.04 + 1e-12);
            (motion, position) = (next - position, next);
        }

        Assert.Equal(1.0, position, 12);
        Assert.True(slowed);
    }

    [Fact]
    public void A_soft_zone_slows_the_approach_and_says_so()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(maxStep: 0.1) with { SoftMax = 0.5 }));
        guard.BeginEpisode([0.75]);

        Assert.Equal(0.8, guard.Step(0.85), 12);
        Assert.Equal([GuardCodes.SoftLimit], guard.Codes());
        Assert.Equal(0.7, guard.Step(0.7), 12);
    }

    [Fact]
    public void A_vector_speed_limit_holds_for_channels_together()
    {
        ChannelContract[] axes =
        [
            .. new[] { "x", "y", "z" }.Select(name => new ChannelContract { Name = name, Unit = ChannelUnit.Metre, Role = ChannelRole.Position }),
        ];
        ActionGuard guard = new(Arms.Of(axes) with { SpeedNorms = [new SpeedNorm(["x", "y", "z"], 0.25)] });
        guard.BeginEpisode([0.0, 0.0, 0.0]);
        double[] safe = new double[3];

        guard.Step([0.03, 0.04, 0.0], safe);

        Assert.Equal([0.015, 0.02, 0.0], safe.Select(value => Math.Round(value, 12)));
        Assert.Equal([GuardCodes.VectorSpeed, GuardCodes.VectorSpeed], guard.Codes());
        Assert.Equal("m/s", guard.LastInterventions[0].Unit);
    }

    [Fact]
    public void A_workspace_box_bounds_its_channels_under_its_own_code()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint("x", -1, 1, null)) with { Workspace = new Workspace(["x"], [-0.5], [0.5]) });

        Assert.Equal(0.5, guard.Step(0.7));
        Assert.Equal([GuardCodes.Workspace], guard.Codes());
    }

    [Fact]
    public void A_step_displacement_is_limited_itself_and_not_its_difference()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(maxStep: 0.1)) with { Space = ActionSpace.EeDelta });

        Assert.Equal(0.1, guard.Step(0.5));
        Assert.Equal(-0.1, guard.Step(-0.5));
        Assert.Equal([GuardCodes.Velocity], guard.Codes());
    }

    [Fact]
    public void Interventions_carry_code_channel_value_limit_and_unit()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint("a"), Arms.Joint("b", maxStep: null) with { MaxVelocity = 1 }));
        guard.BeginEpisode([0.0, 0.0]);

        guard.Step([0.05, 0.7], new double[2]);

        Intervention item = guard.LastInterventions[0];
        Assert.Equal((GuardCodes.Velocity, 1, 0.7, 1.0, "rad/s"), (item.Code, item.Channel, item.Raw, item.Limit, item.Unit));
        Assert.Equal(0.1, item.Safe, 12);
    }

    [Fact]
    public void A_chunk_is_guarded_row_by_row_and_its_check_changes_nothing()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.BeginEpisode([0.0]);

        Reports.ChunkFinding finding = guard.CheckChunk([0.05, 0.1, 0.9, double.NaN]);

        Assert.Equal((4, 2, 2), (finding.Steps, finding.ChangedSteps, finding.FirstChangedStep));
        Assert.Equal(0.05, guard.Step(0.05));
    }

    [Fact]
    public void The_ring_keeps_the_latest_interventions_and_the_summary_counts_all()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()), new ActionGuardOptions { InterventionCapacity = 4 });
        for (int step = 0; step < 10; step++)
        {
            guard.Step(2);
        }

        Intervention[] latest = new Intervention[8];
        Assert.Equal(4, guard.CopyInterventions(latest));
        Assert.Equal([6, 7, 8, 9], latest.Take(4).Select(item => item.Step));
        Assert.Equal(10, guard.EpisodeSummary().Clipped);
        Assert.Equal(10, guard.SessionSummary().Channels[0].Interventions);
    }

    [Fact]
    public void Relative_chunks_are_guarded_in_the_robots_own_coordinates()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()) with { Reference = ActionReference.RelativeChunk });
        guard.BeginEpisode([0.9]);
        guard.BeginChunk([0.05, 0.3], origin: [0.9]);

        Assert.Equal(0.05, guard.Step(0.05), 12);
        Assert.Equal(0.1, guard.Step(0.3), 12);
        Assert.Equal([GuardCodes.Bound], guard.Codes());
        Assert.Throws<ArgumentException>(() => guard.BeginChunk([0.0]));
    }
}
