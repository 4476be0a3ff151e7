using Interlock.Core.Contract;
using Interlock.Guard;
using Interlock.Robots.Recording;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;
using Xunit;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>What becomes of a plan on its way to the robot.</summary>
public sealed class PathTests
{
    [Fact]
    public void A_chunk_that_is_too_fast_is_executed_later_and_not_elsewhere()
    {
        double[] share = [1, 0.5, -0.25];
        double Line(long step) => Math.Min(1.2, 0.6 * step);
        LoopRig rig = new(policy: (request, chunk) =>
        {
            chunk.Reset(LoopRig.Rows);
            for (int row = 0; row < LoopRig.Rows; row++)
            {
                for (int i = 0; i < 3; i++)
                {
                    chunk.Row(row)[i] = share[i] * Line(request.Observation.Step + row);
                }
            }
        });
        rig.Started();
        bool braked = false;
        for (int tick = 0; tick < 300 && rig.Loop.Command[0] < 1.2 - 1e-9; tick++)
        {
            rig.Run(1);
            braked |= rig.Loop.Planner.IsBraking;
            Assert.Equal(Verdict.Pass, rig.Loop.Motion.Guarded.Verdict);
            Assert.Equal(0.5 * rig.Loop.Command[0], rig.Loop.Command[1], 9);
            Assert.Equal(-0.25 * rig.Loop.Command[0], rig.Loop.Command[2], 9);
        }

        Assert.True(braked);
        Assert.Equal(1.2, rig.Loop.Command[0], 6);
    }

    [Theory]
    [InlineData(1000, 5)]
    [InlineData(333, 7)]
    [InlineData(30, 30)]
    public void Commands_lie_on_the_lines_between_the_rows_whatever_the_two_rates(double controlHz, double policyHz)
    {
        SinePolicy policy = new(2);
        using WholeLoop whole = Whole(LoopContracts.Arm(2, controlHz), policy, policyHz).Started();
        int compared = 0;
        for (int tick = 0; tick < 2 * controlHz; tick++)
        {
            whole.Tick(1);
            if (whole.Loop.Planner.PlanStep is { } step && whole.Loop.Motion.Guarded.Verdict == Verdict.Pass)
            {
                double row = Math.Floor(step);
                double meant = policy.At(row) + ((step - row) * (policy.At(row + 1) - policy.At(row)));
                Assert.Equal(meant, whole.Loop.Command[1], 9);
                compared++;
            }
        }

        Assert.True(compared > controlHz, $"{compared} of {2 * controlHz} ticks");
    }

    [Fact]
    public void Displacements_are_sent_as_they_are_and_rest_is_zero()
    {
        SafetyContract contract = LoopContracts.Arm(1, 20) with
        {
            Reference = ActionReference.DeltaStep,
            Channels = [new ChannelContract { Name = "dx", Min = -0.1, Max = 0.1 }],
        };
        using WholeLoop whole = Whole(contract, new SinePolicy(1, amplitude: 0.02), 20).Started();
        double sum = 0;
        for (int tick = 0; tick < 40; tick++)
        {
            whole.Tick(1);
            Assert.Equal(Verdict.Pass, whole.Loop.Motion.Guarded.Verdict);
            sum += whole.Loop.Command[0];
        }

        Assert.NotEqual(0, sum);
        whole.Supervisor.Post(OperatorCommand.Pause);
        whole.Tick(2);
        Assert.True(whole.Loop.Motion.HasCommand);
        Assert.Equal(0, whole.Loop.Command[0]);
    }

    [Fact]
    public void Degraded_means_half_the_pace_along_the_same_path()
    {
        CarefulJudge judge = new();
        SinePolicy policy = new(2);
        using WholeLoop whole = Whole(LoopContracts.Arm(2, 100), policy, 20, judge).Started();
        whole.Tick(100);
        Assert.Equal(0.2, whole.Loop.Planner.AdvancedSteps, 12);
        judge.IsUnfamiliar = true;
        whole.Tick(150);
        Assert.Equal(SupervisorState.Degraded, whole.Supervisor.State);
        Assert.Equal(0.1, whole.Loop.Planner.AdvancedSteps, 12);
        double step = whole.Loop.Planner.PlanStep!.Value;
        Assert.InRange(whole.Loop.Command[0] - policy.At(step), -0.001, 0.001);
    }

    private static WholeLoop Whole(SafetyContract contract, SinePolicy policy, double policyHz, IAnswerJudge? judge = null) => new(new WholeLoopOptions
    {
        Guard = new ActionGuard(contract),
        Clock = new VirtualClock(),
        Robot = NullRobot.For(contract),
        Policy = policy,
        PolicyHz = policyHz,
        Judge = judge,
        Delay = new FixedDelay(40_000_000),
    });

    private sealed class CarefulJudge : IAnswerJudge
    {
        public bool IsUnfamiliar { get; set; }

        public void Judge(PolicyAnswer answer, Core.Observations.Observation observation) => answer.IsUnfamiliar = IsUnfamiliar;

        public void Report(PolicyQuestion question, PolicyAnswer answer)
        {
        }
    }
}
