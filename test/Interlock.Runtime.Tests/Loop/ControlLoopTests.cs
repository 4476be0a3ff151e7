using Interlock.Guard;
using Interlock.Runtime.Supervision;
using Xunit;

namespace Interlock.Runtime.Tests.Loop;

public sealed class ControlLoopTests
{
    [Fact]
    public void Nothing_is_sent_before_a_person_arms_and_starts()
    {
        LoopRig rig = new();
        rig.Loop.Start();
        rig.Run(50);
        Assert.Equal(0, rig.Robot.Commands.Total);
        rig.Supervisor.Post(OperatorCommand.Arm);
        rig.Run(50);
        Assert.Equal(0, rig.Robot.Commands.Total);
        rig.Supervisor.Post(OperatorCommand.Start);
        rig.Run(50);
        Assert.True(rig.Robot.Commands.Total > 40, $"{rig.Robot.Commands.Total}");
    }

    [Fact]
    public void The_arm_follows_the_policy_at_the_controllers_rate()
    {
        LoopRig rig = new LoopRig().Started();
        rig.Run(300);
        double policyStep = rig.Loop.Planner.PlanStep!.Value;
        double meant = 0.4 * (1 - Math.Cos(policyStep / 20));
        Assert.InRange(rig.Loop.Command[0] - meant, -0.01, 0.01);
        Assert.InRange(rig.Arm.Positions[0] - meant, -0.1, 0.1);
        Assert.Equal(Verdict.Pass, rig.Loop.Motion.Guarded.Verdict);
    }
}
