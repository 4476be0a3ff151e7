using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;

namespace Interlock.Core.Tests.Contract.Reading;

public sealed class ContractFileTests
{
    [Fact]
    public void Every_key_of_the_format_arrives_where_it_belongs()
    {
        SafetyContract contract = ExampleContract.Read();
        ChannelContract lift = contract.Channels[1];
        Assert.Equal(("so101-table", 30.0, ActionSpace.JointPosition), (contract.Name, contract.RateHz, contract.Space));
        Assert.Equal((ChannelUnit.Degree, -100.0, 90.0, null, 120.0), (lift.Unit, lift.Min, lift.Max, lift.MaxStep, lift.MaxVelocity));
        Assert.Equal((600.0, 6000.0, false), (lift.MaxAcceleration, lift.MaxJerk, lift.Continuous));
        Assert.True(contract.Channels[2].Continuous);
        Assert.Equal((ChannelRole.Gripper, 2.0, 98.0), (contract.Channels[3].Role, contract.Channels[3].SoftMin, contract.Channels[3].SoftMax));
        Assert.Equal(new SpeedNorm(["x", "y", "z"], 0.25), Assert.Single(contract.SpeedNorms));
        Assert.Equal(new Workspace(["x", "y", "z"], [-0.5, -0.5, 0], [0.5, 0.5, 0.8]), contract.Workspace);
        Assert.Equal(new ForceLimit { MaxForceN = 20, MaxTorqueNm = 5 }, contract.Force);
        Assert.Equal(new Watchdog(200), contract.Watchdog);
        Assert.Equal(new Escalation(0.5, 10), contract.Escalation);
        Assert.Equal(new MonitorSettings { Profile = PolicyProfile.FlowMatching, Calibration = "so101-table.calibration.json" }, contract.Monitors);
    }

    [Fact]
    public void Absent_keys_have_the_documented_defaults()
    {
        DiagnosticCollector collector = new();
        SafetyContract contract = ContractFile.Parse("interlock: contract/1\nchannels: [{ name: a, min: 0, max: 1 }]", "/x/cell.contract.yaml", collector)!;
        SafetyContract expected = new() { Name = "cell", Channels = [new ChannelContract { Name = "a", Min = 0, Max = 1 }] };
        Assert.Empty(collector.Items);
        Assert.Equal(expected, contract);
        Assert.Equal((GuardMode.Clip, RateLimiting.PerChannel, ActionReference.Absolute), (contract.Mode, contract.RateLimiting, contract.Reference));
    }

    [Fact]
    public void A_finding_says_file_line_key_value_limit_and_what_to_do()
    {
        Diagnostic finding = Assert.Single(ExampleContract.FindingsWith("min: -110, max: 110", "min: 110, max: -110"), item => item.Severity == DiagnosticSeverity.Error);
        Assert.Equal(
            "cell.contract.yaml:7 channels[0].min: CT013 shoulder_pan.pos: min 110 deg is above max -110 deg (exchange the two?)",
            finding.ToString());
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_without_their_consequences()
    {
        string text = ExampleContract.Text
            .Replace("max_step: 4.0", "max_stpe: 4.0", StringComparison.Ordinal)
            .Replace("min: -100, max: 90", "min: 90, max: -100", StringComparison.Ordinal)
            .Replace("max_age_ms: 200", "max_age_ms: soon", StringComparison.Ordinal);
        string[] codes = [.. ExampleContract.FindingsOf(text).Where(item => item.Severity == DiagnosticSeverity.Error).Select(item => item.Code)];
        Assert.Equal(["CT006", "CT009", "CT013"], codes);
    }

    [Theory]
    [InlineData("max_step", "max_stpe", "did you mean 'max_step'?")]
    [InlineData("watchdog:", "wachdog:", "did you mean 'watchdog'?")]
    [InlineData("role: gripper", "role: griper", "did you mean 'gripper'?")]
    [InlineData("unit: percent", "unit: '%'", "did you mean 'percent'?")]
    [InlineData("unit: rad", "unit: radians", "did you mean 'rad'?")]
    [InlineData("mode: clip", "mode: clamp", "did you mean 'clip'?")]
    [InlineData("speed_norms: [ { channels: [x, y, z]", "speed_norms: [ { channels: [gripper.po, y, z]", "did you mean 'gripper.pos'?")]
    [InlineData("profile: flow_matching", "profile: flow-matching", "did you mean 'flow_matching'?")]
    public void A_slip_of_the_finger_is_answered_with_the_nearest_name(string piece, string slip, string answer) =>
        Assert.Contains(ExampleContract.FindingsWith(piece, slip), item => item.Hint!.StartsWith(answer, StringComparison.Ordinal));

    [Fact]
    public void A_missing_file_is_a_finding_and_not_a_crash()
    {
        using TemporaryFolder folder = new();
        Diagnostic finding = Assert.Single(Assert.Throws<DiagnosticException>(() => ContractFile.Load(folder.PathOf("no.yaml"))).Diagnostics);
        Assert.Equal("CT001", finding.Code);
        Assert.Equal("CT001", Assert.Throws<DiagnosticException>(() => ContractFile.Load(folder.Root)).Diagnostics[0].Code);
    }

    [Fact]
    public void A_file_that_is_not_text_is_refused()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.yaml", [0x61, 0xFF, 0xFE, 0x00]);
        Assert.Equal("CT001", Assert.Throws<DiagnosticException>(() => ContractFile.Load(path)).Diagnostics[0].Code);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_contract()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.yaml", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(ExampleContract.Text)]);
        Assert.Equal(ExampleContract.Read(), ContractFile.Load(path));
    }

    [Fact]
    public void Warnings_leave_the_contract_usable_and_reach_the_collector()
    {
        using TemporaryFolder folder = new();
        DiagnosticCollector collector = new();
        string path = folder.Write("a.yaml", "interlock: contract/1\nchannels: [{ name: a }]\n");
        Assert.Single(ContractFile.Load(path, collector).Channels);
        Assert.Equal("CT052", Assert.Single(collector.Items).Code);
    }
}
