using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Terminal;

namespace Interlock.Dashboard.Tests.Plots.Terminal;

/// <summary>Plots of characters.</summary>
public sealed class TerminalPlotTests
{
    [Theory]
    [InlineData(40, false)]
    [InlineData(40, true)]
    [InlineData(81, false)]
    [InlineData(200, true)]
    public void No_line_is_longer_than_the_width(int width, bool isAscii)
    {
        Figure figure = SampleFigures.Channel();
        IReadOnlyList<string> lines = TerminalPlot.Lines(figure.Panels[0], figure.X, new TerminalPlotOptions { Width = width, IsAscii = isAscii });
        Assert.Equal(10, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
        Assert.Contains("[deg]", lines[0], StringComparison.Ordinal);
        Assert.Contains("time [s]", lines[^1], StringComparison.Ordinal);
        Assert.True(!isAscii || lines.All(line => line.All(char.IsAscii)));
    }

    [Fact]
    public void A_rising_line_rises_and_a_gap_is_empty()
    {
        double[] x = [0, 1, 2, 3], y = [0, 1, double.NaN, 3];
        IReadOnlyList<string> lines = TerminalPlot.Lines(
            new Panel(new Axis("y") { From = 0, To = 3 }, [new LineMark(x, y)]), new Axis("x") { From = 0, To = 3 }, new TerminalPlotOptions { Width = 40, Height = 4, IsAscii = true });
        Assert.EndsWith("*", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("*", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("0 |*", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_is_a_row_of_dashes_with_its_name_and_no_letter_of_data()
    {
        double[] x = [0, 10];
        Panel panel = new(new Axis("y") { From = 0, To = 3 }, [new LineMark(x, new double[] { 1, 1 }) { Name = "stall" }, new LineMark(x, new double[] { 3, 3 }) { Name = "alarm above", IsGuide = true }]);
        IReadOnlyList<string> lines = TerminalPlot.Lines(panel, new Axis("x") { From = 0, To = 10 }, new TerminalPlotOptions { Width = 40, Height = 4, IsAscii = true });
        Assert.Equal("y  stall, - alarm above", lines[0]);
        Assert.Contains("--  --", lines[1], StringComparison.Ordinal);
        Assert.Contains("***", lines[3], StringComparison.Ordinal);
        Assert.DoesNotContain('o', string.Concat(lines.Skip(1)));
    }
}
