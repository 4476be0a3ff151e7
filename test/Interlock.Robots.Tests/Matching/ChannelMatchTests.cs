using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.Robots.Matching;
using Xunit;

namespace Interlock.Robots.Tests.Matching;

public sealed class ChannelMatchTests
{
    private static readonly SafetyContract Contract = new()
    {
        Name = "cell",
        Channels =
        [
            new ChannelContract { Name = "pan", Unit = ChannelUnit.Radian, Min = -1, Max = 1 },
            new ChannelContract { Name = "lift", Unit = ChannelUnit.Millimetre, Min = 0, Max = 500 },
        ],
    };

    [Fact]
    public void Channels_in_another_order_are_found_by_name()
    {
        DiagnosticCollector findings = new();
        ChannelMatch match = ChannelMatch.Between(Robot(("lift", ChannelUnit.Millimetre), ("pan", ChannelUnit.Radian)), Contract, findings)!;
        Assert.Equal([("pan", 1), ("lift", 0)], match.Channels.Select(channel => (channel.Name, channel.RobotIndex)));
        Assert.Equal([RobotCodes.OtherOrder], findings.Items.Select(finding => finding.Code));
        Assert.False(match.IsIdentity);
    }

    [Fact]
    public void Units_of_one_quantity_are_converted_and_that_is_said()
    {
        DiagnosticCollector findings = new();
        ChannelMatch match = ChannelMatch.Between(Robot(("pan", ChannelUnit.Degree), ("lift", ChannelUnit.Metre)), Contract, findings)!;
        Assert.Equal(180 / Math.PI, match.Channels[0].ToRobot, 12);
        Assert.Equal(0.001, match.Channels[1].ToRobot, 15);
        Assert.Equal(2, findings.Items.Count(finding => finding is { Code: RobotCodes.ConvertedUnit, Severity: DiagnosticSeverity.Info }));
    }

    [Fact]
    public void A_robot_that_is_already_in_order_needs_no_remark()
    {
        DiagnosticCollector findings = new();
        Assert.True(ChannelMatch.Between(Robot(("pan", ChannelUnit.Radian), ("lift", ChannelUnit.Millimetre)), Contract, findings)!.IsIdentity);
        Assert.Empty(findings.Items);
    }

    public static TheoryData<string, RobotChannel[]> Refused() => new()
    {
        { RobotCodes.OtherUnit, [new("pan", ChannelUnit.Ticks), new("lift", ChannelUnit.Millimetre)] },
        { RobotCodes.OtherUnit, [new("pan", ChannelUnit.Metre), new("lift", ChannelUnit.Millimetre)] },
        { RobotCodes.OtherUnit, [new("pan", ChannelUnit.None), new("lift", ChannelUnit.Millimetre)] },
        { RobotCodes.MissingChannel, [new("pan", ChannelUnit.Radian)] },
        { RobotCodes.ExtraChannel, [new("pan", ChannelUnit.Radian), new("lift", ChannelUnit.Millimetre), new("rail", ChannelUnit.Metre)] },
        { RobotCodes.AmbiguousChannel, [new("pan", ChannelUnit.Radian), new("lift", ChannelUnit.Millimetre), new("pan", ChannelUnit.Radian)] },
        { RobotCodes.AmbiguousChannel, [new("pan", ChannelUnit.Radian), new("lift", ChannelUnit.Millimetre), new("", ChannelUnit.Radian)] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Another_robot_is_refused_with_one_finding_that_has_a_hint(string code, RobotChannel[] channels)
    {
        DiagnosticCollector findings = new();
        Assert.Null(ChannelMatch.Between(Describe(channels), Contract, findings));
        Diagnostic finding = Assert.Single(findings.Items);
        Assert.Equal((code, DiagnosticSeverity.Error), (finding.Code, finding.Severity));
        Assert.False(string.IsNullOrEmpty(finding.Hint));
    }

    [Fact]
    public void A_misspelt_channel_is_reported_from_both_sides_with_the_name_that_was_meant()
    {
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(
            () => ChannelMatch.Require(Robot(("pan", ChannelUnit.Radian), ("lft", ChannelUnit.Millimetre)), Contract));
        Assert.Equal([RobotCodes.MissingChannel, RobotCodes.ExtraChannel], refusal.Diagnostics.Select(finding => finding.Code));
        Assert.Contains("'lft'", refusal.Diagnostics[0].Hint, StringComparison.Ordinal);
        Assert.Contains("'lift'", refusal.Diagnostics[1].Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, DiagnosticSeverity.Warning)]
    [InlineData(false, DiagnosticSeverity.Error)]
    public void A_force_limit_that_cannot_act_stops_a_real_robot_and_warns_on_a_simulated_one(bool simulated, DiagnosticSeverity severity)
    {
        SafetyContract limited = Contract with { Force = new ForceLimit { MaxForceN = 20 } };
        DiagnosticCollector findings = new();
        RobotDescription robot = Robot(("pan", ChannelUnit.Radian), ("lift", ChannelUnit.Millimetre)) with { IsSimulated = simulated };
        Assert.Equal(simulated, ChannelMatch.Between(robot, limited, findings) is not null);
        Assert.Equal((RobotCodes.NoForce, severity), Assert.Single(findings.Items.Select(finding => (finding.Code, finding.Severity))));
        Assert.NotNull(ChannelMatch.Between(robot with { MeasuresForce = true }, limited, new DiagnosticCollector()));
    }

    private static RobotDescription Robot(params (string Name, ChannelUnit Unit)[] channels) =>
        Describe([.. channels.Select(channel => new RobotChannel(channel.Name, channel.Unit))]);

    private static RobotDescription Describe(RobotChannel[] channels) => new() { Name = "arm", Channels = channels, IsSimulated = false };
}
