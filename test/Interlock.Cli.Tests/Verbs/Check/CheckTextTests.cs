using System.Globalization;
using Interlock.Cli.Verbs.Check;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Tests.Verbs.Check;

public sealed class CheckTextTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(110)]
    public void A_check_of_LIBERO_reads_as_approved(int width) =>
        Approved.Matches(string.Create(CultureInfo.InvariantCulture, $"check-{width}-columns"), Text(CheckSamples.Scaled, width));

    [Fact]
    public void Without_scale_and_rate_the_flags_that_give_them_are_named() =>
        Approved.Matches("check-without-scale", Text(CheckSamples.Unscaled, 80));

    [Fact]
    public void Absolute_joints_are_displaced_once_instead_of_moving_on() =>
        Approved.Matches("check-absolute-joints", Text(CheckSamples.AbsoluteJoints, 80));

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(110)]
    public void No_line_but_the_command_to_copy_is_wider_than_the_terminal(int width) =>
        Assert.All(Text(CheckSamples.Scaled, width).Split('\n').Where(line => !line.StartsWith("  interlock", StringComparison.Ordinal)), line => Assert.True(line.TrimEnd().Length <= width, line));

    [Fact]
    public void A_sibling_with_the_same_numbers_is_no_other_robot()
    {
        CheckReport report = CheckSamples.Unscaled;
        ExecutableSpec spec = report.Spec with { Siblings = [report.Spec.Unnormaliser with { Key = "libero_goal_copy" }] };

        string text = Text(CheckReport.Of("stats.json", null, spec, [], "interlock"), 110);

        Assert.DoesNotContain("different robot", text, StringComparison.Ordinal);
        Assert.Contains("equal", text, StringComparison.Ordinal);
    }

    private static string Text(CheckReport report, int width)
    {
        using StringWriter output = new();
        new CheckText(output, width, report).Write();
        return output.ToString();
    }
}
