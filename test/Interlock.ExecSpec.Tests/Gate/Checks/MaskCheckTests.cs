using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Gate.Checks;

public sealed class MaskCheckTests
{
    [Fact]
    public void A_mask_that_lets_an_arm_channel_pass_is_the_first_cause_and_the_statistics_are_not_blamed()
    {
        GateReport report = GateSpecs.Run(GateSpecs.Full, Masked([true, false, true, true, true, true, false]));
        Assert.Equal("EX022", report.FirstCause!.Code);
        Assert.Equal("y is passed through unchanged; certified is that it is unnormalised", report.FirstCause.Text);
        Assert.Contains("y", report.Failure("EX023").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_mask_unnormalises_the_gripper()
    {
        GateReport report = GateSpecs.Run(GateSpecs.Full, Masked(null));
        Assert.Equal("EX022", report.FirstCause!.Code);
        Assert.Equal("gripper is unnormalised; certified is that it passes unchanged", report.FirstCause.Text);
    }

    [Fact]
    public void A_mask_of_another_length_is_refused()
    {
        GateReport report = GateSpecs.Run(GateSpecs.Full, Masked([true, true, true, true, true, true]));
        Assert.Equal("the mask has 6 entries; the certified action has 7 channels", report.FirstCause!.Text);
    }

    private static ExecutableSpec Masked(bool[]? mask) => GateSpecs.Full.With(normaliser => normaliser with { Mask = mask });
}
