using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Tests.Plots.Axes;

/// <summary>Ticks at round numbers, shortly written.</summary>
public sealed class NiceTicksTests
{
    [Theory]
    [InlineData(0, 1, 5, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-110, 110, 5, "−100 −50 0 50 100")]
    [InlineData(0, 2e6, 4, "0 5e5 1e6 1.5e6 2e6")]
    [InlineData(3, 3.04, 4, "3.00 3.01 3.02 3.03 3.04")]
    public void Numbers_are_round(double from, double to, int wanted, string expected) =>
        Assert.Equal(expected, string.Join(' ', NiceTicks.Of(new Axis("y"), from, to, wanted).Select(tick => tick.Text)));

    [Theory]
    [InlineData(0, 8, 8, "0 1 2 3 4 5 6 7 8")]
    [InlineData(0, 600, 5, "0:00 2:00 4:00 6:00 8:00 10:00")]
    [InlineData(299.5, 300.5, 2, "4:59.5 5:00.0 5:00.5")]
    public void Times_are_seconds_or_minutes(double from, double to, int wanted, string expected) =>
        Assert.Equal(expected, string.Join(' ', NiceTicks.Of(Axis.Time(), from, to, wanted).Select(tick => tick.Text)));
}
