using Interlock.Core.Contract;
using Interlock.Core.Observations;
using Interlock.Guard;
using Interlock.Policies;
using Interlock.Policies.Local;
using Interlock.Robots;
using Interlock.Robots.Recording;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;
using Xunit;

namespace Interlock.Runtime.Tests.Loop;

public sealed class LoopFaultTests
{
    private const int Channels = 3;

    [Fact]
    public void A_robot_that_refuses_commands_is_seen_at_the_next_tick()
    {
        (WholeLoop whole, Bent robot) = Started();
        robot.Refuses = true;
        whole.Tick(2);
        Assert.Equal(SupervisorState.Holding, whole.Supervisor.State);
        Assert.Equal(SupervisorCodes.RobotRefusing, whole.Loop.Decision.Code);
    }

    [Fact]
    public void A_state_that_is_not_a_number_holds_the_robot_and_every_command_stays_finite()
    {
        (WholeLoop whole, Bent robot) = Started();
        robot.MeasuresNaN = true;
        whole.Tick(1);
        Assert.Equal(SupervisorState.Holding, whole.Supervisor.State);
        Assert.Equal(SupervisorCodes.StateStale, whole.Loop.Decision.Code);
        whole.Tick(50);
        Assert.DoesNotContain(whole.Loop.Command.ToArray(), value => !double.IsFinite(value));
    }

    [Fact]
    public void With_a_state_that_is_not_a_number_nobody_can_arm()
    {
        (WholeLoop whole, Bent robot) = Made(LoopContracts.Arm(Channels, 100));
        robot.MeasuresNaN = true;
        whole.Loop.Start();
        whole.Tick(5);
        whole.Supervisor.Post(OperatorCommand.Arm);
        whole.Supervisor.Post(OperatorCommand.Start);
        whole.Tick(5);
        Assert.Equal(SupervisorState.Idle, whole.Supervisor.State);
    }

    [Fact]
    public void A_degraded_run_halves_commanded_rates_and_not_only_their_pace()
    {
        SafetyContract contract = LoopContracts.Arm(Channels, 100) with { Space = ActionSpace.JointVelocity };
        bool fails = false;
        (WholeLoop whole, _) = Made(contract, (_, chunk) =>
        {
            chunk.Reset(fails ? 0 : 20);
            chunk.Actions.Fill(0.4);
        });
        whole.Started().Tick(100);
        Assert.Equal(0.4, whole.Loop.Command[0], 1e-9);
        fails = true;
        whole.Tick(200);
        fails = false;
        whole.Tick(50);
        Assert.Equal(SupervisorState.AwaitingHuman, whole.Supervisor.State);
        whole.Supervisor.Post(OperatorCommand.AnswerContinueWithCare);
        whole.Tick(100);
        Assert.Equal(SupervisorState.Degraded, whole.Supervisor.State);
        Assert.Equal(0.2, whole.Loop.Command[0], 1e-9);
    }

    [Fact]
    public void After_a_hold_the_policy_is_told_of_no_action_under_way()
    {
        List<int> prefixes = [];
        (WholeLoop whole, _) = Made(LoopContracts.Arm(Channels, 100), (request, chunk) =>
        {
            prefixes.Add(request.Prefix.Length);
            LoopRig.Sine(20)(request, chunk);
        });
        whole.Started().Tick(60);
        whole.Supervisor.Post(OperatorCommand.Pause);
        whole.Tick(50);
        prefixes.Clear();
        whole.Supervisor.Post(OperatorCommand.Resume);
        whole.Tick(31);
        Assert.Equal(0, prefixes[0]);
    }

    private static (WholeLoop Whole, Bent Robot) Started()
    {
        (WholeLoop whole, Bent robot) = Made(LoopContracts.Arm(Channels, 100));
        whole.Started();
        return (whole, robot);
    }

    private static (WholeLoop Whole, Bent Robot) Made(SafetyContract contract, Action<PolicyRequest, PolicyChunk>? policy = null)
    {
        Bent robot = new(NullRobot.For(contract));
        PolicyDescription description = new() { Name = "sine", Kind = "scripted", ActionDimension = Channels, MaxRows = LoopRig.Rows, TakesPrefix = true };
        WholeLoop whole = new(new WholeLoopOptions
        {
            Guard = new ActionGuard(contract),
            Clock = new VirtualClock(),
            Robot = robot,
            Policy = new FunctionPolicy(description, policy ?? LoopRig.Sine(20)),
            Delay = new FixedDelay(60_000_000),
            Supervision = new SupervisorOptions { HoldLimitS = 0.2, ResumeAfterTransient = false },
        });
        return (whole, robot);
    }

    private sealed class Bent(NullRobot robot) : IRobot
    {
        public bool Refuses { get; set; }

        public bool MeasuresNaN { get; set; }

        public RobotDescription Description => robot.Description;

        public ReadOnlySpan<double> Accepted => robot.Accepted;

        public void Connect() => robot.Connect();

        public bool TryRead(RobotState state, long nowNs)
        {
            bool read = robot.TryRead(state, nowNs);
            state.Positions[1] = MeasuresNaN ? double.NaN : state.Positions[1];
            return read;
        }

        public bool TrySend(ReadOnlySpan<double> command, long nowNs) => !Refuses && robot.TrySend(command, nowNs);

        public void RequestStop() => robot.RequestStop();

        public void Dispose() => robot.Dispose();
    }
}
