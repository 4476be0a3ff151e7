using Interlock.Guard;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>What becomes of the policy while a person is awaited: its answers would be thrown away.</summary>
public sealed class AwaitedPersonTests
{
    private const int Channels = 2;
    private const int RateHz = 100;
    private const int Seconds = 20;
    private const double LimitMs = 900;

    [Fact]
    public void While_a_person_is_awaited_the_policy_is_asked_once_a_second()
    {
        CountedPolicy policy = new(Channels);
        using WholeLoop whole = Running(policy);
        whole.Supervisor.Post(OperatorCommand.Pause);
        whole.Tick(1);
        int before = policy.Questions;
        whole.Tick(Seconds * RateHz);
        Assert.InRange(policy.Questions - before, Seconds - 2, Seconds + 1);
    }

    [Fact]
    public void After_it_the_policy_is_asked_in_the_same_tick_and_what_was_old_counts_for_nothing()
    {
        CountedPolicy policy = new(Channels);
        using WholeLoop whole = Running(policy, new SupervisorOptions { ChunkAgeLimitMs = LimitMs, HoldLimitS = 1000 });
        whole.Supervisor.Post(OperatorCommand.Pause);
        // Until the newest answer is older than the limit, because nobody asked for another one.
        while (whole.Options.Clock.NowNs - whole.Loop.Intake.Chunk.ObservedAtNs < (LimitMs + 50) * 1e6)
        {
            whole.Tick(1);
        }

        long events = whole.Supervisor.Events.Written;
        int before = policy.Questions;
        whole.Supervisor.Post(OperatorCommand.Resume);
        whole.Tick(1);
        Assert.Equal((SupervisorState.Running, before + 1), (whole.Supervisor.State, policy.Questions));
        whole.Tick(RateHz);
        Assert.Equal((SupervisorState.Running, events + 1), (whole.Supervisor.State, whole.Supervisor.Events.Written));
        Assert.Equal(Interlock.Runtime.Loop.MotionSource.Policy, whole.Loop.Motion.Source);
    }

    [Fact]
    public void A_policy_that_is_well_again_is_noticed_while_a_person_is_awaited()
    {
        CountedPolicy policy = new(Channels);
        using WholeLoop whole = Running(policy, new SupervisorOptions { HoldLimitS = 0.5, AnswerLimitS = 1000, ResumeAfterTransient = false });
        policy.Fails = true;
        whole.Tick(3 * RateHz);
        Assert.Equal(SupervisorState.AwaitingHuman, whole.Supervisor.State);
        whole.Supervisor.Post(OperatorCommand.AnswerContinue);
        whole.Tick(1);
        Assert.Equal(SupervisorState.AwaitingHuman, whole.Supervisor.State);
        policy.Fails = false;
        whole.Tick(2 * RateHz);
        whole.Supervisor.Post(OperatorCommand.AnswerContinue);
        whole.Tick(RateHz);
        Assert.Equal(SupervisorState.Running, whole.Supervisor.State);
    }

    private static WholeLoop Running(CountedPolicy policy, SupervisorOptions? supervision = null)
    {
        ActionGuard guard = new(LoopContracts.Arm(Channels, RateHz));
        return new WholeLoop(new WholeLoopOptions
        {
            Guard = guard,
            Clock = new VirtualClock(),
            Robot = new SimulatedArm(SimulatedArmOptions.For(guard.Contract)),
            Policy = policy,
            Delay = new FixedDelay(40_000_000),
            Supervision = supervision ?? new SupervisorOptions(),
        }).Started();
    }
}
