using Interlock.Simulation.Arm;

namespace Interlock.Simulation.Tests.Arm;

public sealed class CommandDriverTests
{
    [Theory]
    [InlineData(double.NaN, -3)]
    [InlineData(double.NegativeInfinity, -3)]
    [InlineData(double.PositiveInfinity, 3)]
    [InlineData(1e308, 3)]
    [InlineData(0.3, 0.3)]
    public void Whatever_is_commanded_becomes_a_target_in_the_encoder_range(double command, double target) =>
        Assert.Equal(target, CommandDriver.TargetOf(command, -3, 3));
}
