using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Gate.Checks;

public sealed class GripperCheckTests
{
    [Fact]
    public void An_inverted_gripper_says_what_would_happen()
    {
        GateReport report = Run(GateSpecs.Gripper with { PolicyOpen = 0, PolicyClosed = 1 });
        GateFinding failure = report.Failure("EX040");
        Assert.Equal("policy open → controller would close", failure.Text);
        Assert.Equal(("1 → -1, 0 → 1", "0 → -1, 1 → 1"), (failure.Expected, failure.Observed));
        Assert.Equal("EX025", report.FirstCause!.Code);
    }

    [Fact]
    public void Both_ends_swapped_on_both_sides_is_another_convention()
    {
        GateReport report = Run(GateSpecs.Gripper with { PolicyOpen = 0, PolicyClosed = 1, ControllerOpen = 1, ControllerClosed = -1 });
        Assert.Equal(["EX040", "EX042"], report.FailedCodes());
        Assert.Equal("policy's gripper is open 0, closed 1; certified is open 1, closed 0", report.FirstCause!.Text);
    }

    [Fact]
    public void A_mapping_that_is_not_applied_is_refused() =>
        Assert.Equal("the certified gripper mapping is not applied", Run(null).Failure("EX040").Text);

    [Fact]
    public void A_mapping_that_nobody_certified_is_refused() => Assert.Equal(
        "a gripper mapping runs that is not certified", GateSpecs.Run(GateSpecs.Goal with { Gripper = null }, GateSpecs.Goal).Failure("EX040").Text);

    [Fact]
    public void A_threshold_or_a_tie_that_differs_is_refused_with_both_values()
    {
        Assert.Equal("gripper threshold is 0.4; certified is 0.5", Run(GateSpecs.Gripper with { Threshold = 0.4 }).Failure("EX041").Text);
        Assert.Equal("gripper threshold is none; certified is 0.5", Run(GateSpecs.Gripper with { Threshold = null }).Failure("EX041").Text);
        Assert.Equal("gripper tie is open; certified is hold", Run(GateSpecs.Gripper with { Tie = GripperTie.Open }).Failure("EX041").Text);
    }

    [Fact]
    public void The_controllers_own_values_are_compared() => Assert.Equal(
        "controller's gripper is open 0, closed 255; certified is open -1, closed 1",
        Run(GateSpecs.Gripper with { ControllerOpen = 0, ControllerClosed = 255 }).Failure("EX042").Text);

    [Fact]
    public void A_value_that_is_no_number_is_refused_without_an_exception() =>
        Assert.Contains("EX040", Run(GateSpecs.Gripper with { PolicyOpen = double.NaN }).FailedCodes());

    private static GateReport Run(GripperMapping? mapping) => GateSpecs.Run(GateSpecs.Goal, GateSpecs.Goal with { Gripper = mapping });
}
