using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

public sealed class GripperStepTests
{
    private static readonly GripperMapping Libero = new()
    {
        Channel = "gripper",
        PolicyOpen = 1,
        PolicyClosed = 0,
        Threshold = 0.5,
        Tie = GripperTie.Hold,
        ControllerOpen = -1,
        ControllerClosed = 1,
    };

    [Fact]
    public void The_mapping_of_libero_is_its_sequence_of_scaling_sign_and_inversion()
    {
        GripperStep step = new(Libero);
        for (int i = -2000; i <= 4000; i++)
        {
            double g = i / 2000.0;
            Assert.Equal(-Math.Sign((2 * g) - 1), step.Forward(g));
        }

        Assert.Equal(0, step.Forward(0.5));
        Assert.Equal(1, step.Forward(double.BitDecrement(0.5)));
        Assert.Equal(-1, step.Forward(double.BitIncrement(0.5)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_is_not_decided(double value)
    {
        Assert.Equal(value, new GripperStep(Libero).Forward(value));
        Assert.Equal(value, new GripperStep(Libero with { Threshold = null }).Forward(value));
        Assert.False(new GripperStep(Libero).TryInverse(value, out double decoded));
        Assert.True(double.IsNaN(decoded));
    }

    [Theory]
    [InlineData(GripperTie.Hold, 0)]
    [InlineData(GripperTie.Open, -1)]
    [InlineData(GripperTie.Closed, 1)]
    public void A_tie_goes_where_the_rule_says(GripperTie tie, double command) =>
        Assert.Equal(command, new GripperStep(Libero with { Tie = tie }).Forward(0.5));

    [Fact]
    public void A_policy_that_closes_towards_one_decides_the_other_way_round()
    {
        GripperStep step = new(Libero with { PolicyOpen = 0, PolicyClosed = 1 });
        Assert.Equal(-1, step.Forward(0.2));
        Assert.Equal(1, step.Forward(0.8));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 0)]
    [InlineData(0.25, 75)]
    [InlineData(1.5, -50)]
    public void Without_threshold_the_value_follows_the_line(double decoded, double command)
    {
        GripperStep step = new(Libero with { PolicyOpen = 0, PolicyClosed = 1, Threshold = null, ControllerOpen = 100, ControllerClosed = 0 });
        Assert.Equal(command, step.Forward(decoded));
        Assert.True(step.TryInverse(command, out double back));
        Assert.Equal(decoded, back, 1e-15);
    }

    [Fact]
    public void A_decided_gripper_has_an_inverse_for_what_it_can_command_and_nothing_else()
    {
        GripperStep step = new(Libero);
        foreach (double command in new[] { -1.0, 0, 1 })
        {
            Assert.True(step.TryInverse(command, out double decoded));
            Assert.Equal(command, step.Forward(decoded));
        }

        Assert.False(step.TryInverse(0.3, out _));
        Assert.False(new GripperStep(Libero with { Tie = GripperTie.Open }).TryInverse(0, out _));
        Assert.False(new GripperStep(Libero with { ControllerOpen = 1 }).TryInverse(1, out _));
    }

    [Fact]
    public void A_mapping_that_cannot_tell_open_from_closed_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new GripperStep(Libero with { PolicyClosed = 1 }));
        Assert.Throws<ArgumentException>(() => new GripperStep(Libero with { Threshold = 1.5 }));
        Assert.Throws<ArgumentException>(() => new GripperStep(Libero with { Threshold = double.NaN }));
        Assert.Throws<ArgumentException>(() => new GripperStep(Libero with { ControllerOpen = double.NaN }));
    }
}
