using Interlock.Core.Contract;
using Interlock.Guard;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;
using Xunit;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>What the robot is sent when something comes between plan and robot.</summary>
public sealed class InterruptionTests
{
    private const double RateHz = 100;

    [Fact]
    public void A_policy_that_is_too_slow_for_its_chunks_is_waited_for_at_rest()
    {
        LoopRig rig = new LoopRig(latencyNs: 900_000_000).Started();
        rig.RunUntil(() => rig.Loop.Motion.Source == MotionSource.Policy, 200);
        rig.RunUntil(() => rig.Loop.Motion.IsStarved || rig.Supervisor.State == SupervisorState.Holding, 300);
        Assert.Equal(MotionSource.Stop, rig.Loop.Motion.Source);
        rig.Run(20);
        double rest = rig.Loop.Command[0];
        rig.Run(1);
        Assert.True(rig.Loop.Motion.HasCommand);
        Assert.Equal(rest, rig.Loop.Command[0]);
        rig.RunUntil(() => rig.Loop.Motion.Source == MotionSource.Policy, 400);
    }

    [Fact]
    public void After_a_hold_only_observations_from_after_it_count()
    {
        LoopRig rig = new LoopRig(latencyNs: 150_000_000).Started();
        rig.Run(100);
        rig.Supervisor.Post(OperatorCommand.Pause);
        rig.Run(37);
        rig.Supervisor.Post(OperatorCommand.Resume);
        long resumedAtNs = rig.Clock.NowNs;
        rig.RunUntil(() => rig.Loop.Motion.Source == MotionSource.Policy, 100);
        Assert.True(rig.Loop.Intake.Chunk.ObservedAtNs >= resumedAtNs, $"observed at {rig.Loop.Intake.Chunk.ObservedAtNs}, resumed at {resumedAtNs}");
    }

    [Fact]
    public void A_hold_comes_to_rest_within_acceleration_and_jerk_and_stays()
    {
        SafetyContract contract = LoopContracts.Arm(1, RateHz);
        contract = contract with { Channels = [contract.Channels[0] with { MaxJerk = 300 }] };
        WatchLog log = new(contract);
        using WholeLoop whole = Whole(contract, log).Started();
        whole.Tick(70);
        Assert.True(Math.Abs(log.Commands[^1] - log.Commands[^2]) > 1e-4, "it has to move for this test");
        int paused = log.Commands.Count;
        whole.Supervisor.Post(OperatorCommand.Pause);
        whole.Tick(100);
        double[] tail = [.. log.Commands.Skip(paused - 3)];
        for (int i = 3; i < tail.Length; i++)
        {
            double jerk = (tail[i] - (3 * tail[i - 1]) + (3 * tail[i - 2]) - tail[i - 3]) * RateHz * RateHz * RateHz;
            Assert.InRange(jerk, -301, 301);
        }

        Assert.True(log.Violation is null, log.Violation);
        Assert.Equal(tail[^2], tail[^1]);
        Assert.NotEqual(tail[2], tail[^1]);
    }

    [Fact]
    public void A_person_takes_over_and_gives_back_without_a_jump()
    {
        SafetyContract contract = LoopContracts.Arm(2, RateHz);
        WatchLog log = new(contract);
        using WholeLoop whole = Whole(contract, log).Started();
        whole.Tick(100);
        Steer(whole, 1, 0, 0.9);
        whole.Supervisor.Post(OperatorCommand.TakeOver);
        Steer(whole, 200, 1, 0.9);
        Assert.Equal(SupervisorState.HumanControl, whole.Supervisor.State);
        Assert.Equal(MotionSource.Human, whole.Loop.Motion.Source);
        Assert.Equal(0.9, log.Commands[^1], 9);
        whole.Supervisor.Post(OperatorCommand.HandBack);
        Steer(whole, 200, 300, 0.9);
        Assert.Equal(MotionSource.Policy, whole.Loop.Motion.Source);
        Assert.NotEqual(0.9, log.Commands[^1]);
        Assert.True(log.Violation is null, log.Violation);
    }

    [Fact]
    public void A_stop_stays_until_a_reset_and_a_reset_moves_nothing()
    {
        LoopRig rig = new LoopRig().Started();
        rig.Run(60);
        rig.Supervisor.Post(OperatorCommand.Stop);
        rig.Run(150);
        Assert.Equal(SupervisorState.Stopped, rig.Supervisor.State);
        Assert.True(rig.Guard.IsLatched);
        rig.Supervisor.Post(OperatorCommand.Resume);
        rig.Supervisor.Post(OperatorCommand.Arm);
        rig.Run(5);
        Assert.Equal(SupervisorState.Stopped, rig.Supervisor.State);

        // Reset and arm may be posted so quickly that one tick takes both.
        rig.Supervisor.Post(OperatorCommand.Reset);
        rig.Supervisor.Post(OperatorCommand.Arm);
        rig.Run(5);
        Assert.False(rig.Guard.IsLatched);
        long sent = rig.Robot.Commands.Total;
        rig.Run(20);
        Assert.Equal(sent, rig.Robot.Commands.Total);
        rig.Supervisor.Post(OperatorCommand.Arm);
        rig.Run(2);
        rig.Supervisor.Post(OperatorCommand.Start);
        rig.RunUntil(() => rig.Loop.Motion.Source == MotionSource.Policy, 50);
        Assert.Equal(2, rig.Loop.Episode);
    }

    [Fact]
    public void A_policy_that_failed_before_the_stop_does_not_keep_anybody_from_arming()
    {
        LoopRig rig = new LoopRig().Started();
        Action<Policies.PolicyRequest, Policies.PolicyChunk> good = rig.Policy;
        rig.Policy = (_, _) => throw new InvalidOperationException("gone");
        rig.Run(120);
        rig.Supervisor.Post(OperatorCommand.Stop);
        rig.Run(150);
        rig.Policy = good;
        rig.Supervisor.Post(OperatorCommand.Reset);
        rig.Run(2);
        rig.Supervisor.Post(OperatorCommand.Arm);
        rig.Run(2);
        Assert.Equal(SupervisorState.Armed, rig.Supervisor.State);
    }

    [Fact]
    public void Rows_that_are_no_numbers_are_never_sent()
    {
        LoopRig rig = new LoopRig().Started();
        Action<Policies.PolicyRequest, Policies.PolicyChunk> good = rig.Policy;
        rig.Policy = (request, chunk) =>
        {
            good(request, chunk);
            chunk.Row(3).Fill(double.NaN);
            chunk.Row(5)[1] = double.PositiveInfinity;
        };
        bool rejected = false;
        for (int tick = 0; tick < 400; tick++)
        {
            rig.Run(1);
            rejected |= rig.Loop.Motion.Guarded.Verdict == Verdict.Hold;
            Assert.True(!rig.Loop.Motion.HasCommand || rig.Loop.Command.IndexOfAnyExceptInRange(-1.5, 1.5) < 0);
        }

        Assert.True(rejected);
    }

    [Fact]
    public void A_short_stall_of_the_loop_does_not_pull_the_command_back_to_the_measurement()
    {
        SafetyContract contract = LoopContracts.Arm(1, 1000);
        WatchLog log = new(contract);
        using WholeLoop whole = Whole(contract, log).Started();
        whole.Tick(500);
        ((VirtualClock)whole.Options.Clock).Advance(20_000_000);
        whole.Tick(500);
        Assert.True(whole.Loop.MissedTicks > 10);
        Assert.True(log.Violation is null, log.Violation);
    }

    [Fact]
    public void Start_and_takeover_in_one_tick_begin_where_the_robot_is()
    {
        LoopRig rig = new LoopRig().Started();
        rig.Run(60);
        rig.Supervisor.Post(OperatorCommand.Stop);
        rig.Run(150);
        rig.Supervisor.Post(OperatorCommand.Reset);
        rig.Run(150);
        rig.Arm.Reset();
        rig.Supervisor.Post(OperatorCommand.Arm);
        rig.Run(10);
        rig.Human.Submit([0.1, 0.1, 0.1], 0, rig.Clock.NowNs);
        rig.Supervisor.Post(OperatorCommand.Start);
        rig.Supervisor.Post(OperatorCommand.TakeOver);
        rig.Run(1);
        Assert.Equal(SupervisorState.HumanControl, rig.Supervisor.State);
        Assert.Equal(2, rig.Loop.Episode);
        Assert.Equal(rig.Loop.Senses.State.Positions[0], rig.Loop.Command[0], 2);
    }

    private static void Steer(WholeLoop whole, int ticks, long sequence, double target)
    {
        double[] action = [.. Enumerable.Repeat(target, whole.Human.Channels)];
        for (int i = 0; i < ticks; i++)
        {
            whole.Human.Submit(action, sequence + i, whole.Options.Clock.NowNs);
            whole.Tick(1);
        }
    }

    private static WholeLoop Whole(SafetyContract contract, ITickLog log) => new(new WholeLoopOptions
    {
        Guard = new ActionGuard(contract),
        Clock = new VirtualClock(),
        Robot = new SimulatedArm(SimulatedArmOptions.For(contract)),
        Policy = new SinePolicy(contract.Channels.Count),
        Delay = new FixedDelay(40_000_000),
        MakeLog = _ => log,
    });
}
