using Interlock.Guard.Wrappers;

namespace Interlock.Guard.Tests.Wrappers;

public sealed class WrapperTests
{
    [Fact]
    public void A_wrapped_policy_answers_with_guarded_actions()
    {
        GuardedPolicy<double> policy = new(observation => [observation * 2], new ActionGuard(Arms.Of(Arms.Joint())));

        Assert.Equal([1.0], policy.Act(3)!);
        Assert.Equal(Verdict.Clip, policy.LastResult.Verdict);
    }

    [Fact]
    public void A_policy_without_an_answer_at_the_start_sends_nothing()
    {
        GuardedPolicy<int> policy = new(_ => null, new ActionGuard(Arms.Of(Arms.Joint())));

        Assert.Null(policy.Act(0));
    }

    [Fact]
    public void Two_wrapped_policies_do_not_share_a_previous_action()
    {
        GuardedPolicy<double> first = new(observation => [observation], new ActionGuard(Arms.Of(Arms.Joint())));
        GuardedPolicy<double> second = new(observation => [observation], new ActionGuard(Arms.Of(Arms.Joint())));
        first.Act(0.9);

        Assert.Equal([-0.9], second.Act(-0.9)!);
    }

    [Fact]
    public void A_wrapped_robot_is_limited_from_its_measured_state()
    {
        List<double> sent = [];
        GuardedRobot robot = new(
            command => sent.Add(command[0]),
            new ActionGuard(Arms.Of(Arms.Joint())),
            measured =>
            {
                measured[0] = 0.5;
                return true;
            });

        robot.Send([0.9]);
        robot.Send([double.NaN]);

        Assert.Equal([0.6, 0.6], sent);
    }

    [Fact]
    public void A_wrapped_robot_sends_nothing_while_nothing_is_known()
    {
        List<double> sent = [];
        GuardedRobot robot = new(command => sent.Add(command[0]), new ActionGuard(Arms.Of(Arms.Joint())));

        robot.Send([double.NaN]);

        Assert.Empty(sent);
    }
}
