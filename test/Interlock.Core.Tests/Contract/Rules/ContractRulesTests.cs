using Interlock.Core.Contract;
using Interlock.Core.Contract.Rules;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;

namespace Interlock.Core.Tests.Contract.Rules;

public sealed class ContractRulesTests
{
    [Theory]
    [InlineData("interlock: contract/1", "interlock: contract/2", "CT005", "interlock")]
    [InlineData("interlock: contract/1\n", "", "CT005", "interlock")]
    [InlineData("mode: clip", "mode: clip\nmode: stop", "CT007", "mode")]
    [InlineData("min: 0, max: 100", "min: 0, min: 1, max: 100", "CT007", "channels[3].min")]
    [InlineData("name: gripper.pos, ", "", "CT008", "channels[3].name")]
    [InlineData("max_age_ms: 200, ", "", "CT008", "watchdog.max_age_ms")]
    [InlineData("max_step: 4.0", "max_step: '4.0'", "CT009", "channels[0].max_step")]
    [InlineData("max_step: 4.0", "max_step: fast", "CT009", "channels[0].max_step")]
    [InlineData("max_step: 4.0", "max_step:", "CT009", "channels[0].max_step")]
    [InlineData("max_step: 4.0", "max_step: [4]", "CT009", "channels[0].max_step")]
    [InlineData("for_steps: 10", "for_steps: 10.5", "CT009", "escalation.for_steps")]
    [InlineData("continuous: true", "continuous: yes", "CT009", "channels[2].continuous")]
    [InlineData("force: {", "force: 20 #", "CT009", "force")]
    [InlineData("on_stale: hold", "on_stale: panic", "CT010", "watchdog.on_stale")]
    [InlineData("space: joint_position", "space: joints", "CT010", "action.space")]
    [InlineData("max_step: 4.0", "max_step: .nan", "CT011", "channels[0].max_step")]
    [InlineData("max: 110", "max: .inf", "CT011", "channels[0].max")]
    [InlineData("max: 110", "max: 1e999", "CT011", "channels[0].max")]
    [InlineData("rate_hz: 30", "rate_hz: .nan", "CT011", "rate_hz")]
    [InlineData("max: [0.5, 0.5, 0.8]", "max: [0.5, .nan, 0.8]", "CT011", "workspace.max[1]")]
    [InlineData("max_step: 4.0", "max_step: 0", "CT012", "channels[0].max_step")]
    [InlineData("max_velocity: 120", "max_velocity: -120", "CT012", "channels[1].max_velocity")]
    [InlineData("rate_hz: 30", "rate_hz: -30", "CT012", "rate_hz")]
    [InlineData("rate_hz: 30", "rate_hz: 0", "CT012", "rate_hz")]
    [InlineData("max: 110", "max: 1e300", "CT012", "channels[0].max")]
    [InlineData("max_clip_fraction: 0.5", "max_clip_fraction: 1.5", "CT012", "escalation.max_clip_fraction")]
    [InlineData("for_steps: 10", "for_steps: 0", "CT012", "escalation.for_steps")]
    [InlineData("max_force_n: 20", "max_force_n: 0", "CT012", "force.max_force_n")]
    [InlineData("min: -110", "min: 111", "CT013", "channels[0].min")]
    [InlineData("min: [-0.5, -0.5, 0]", "min: [-0.5, -0.5, 1]", "CT013", "workspace.min[2]")]
    [InlineData("name: z, role: position, unit: m", "name: z, role: position, unit: m, min: 1", "CT013", "workspace.min[2]")]
    [InlineData("space: joint_position", "space: ee_delta", "CT025", "workspace.channels[0]")]
    [InlineData("space: joint_position, reference: absolute", "space: joint_velocity, reference: relative_chunk", "CT027", "action.reference")]
    [InlineData("rate_hz: 30\naction: { space: joint_position", "action: { space: joint_velocity", "CT016", "channels[0].max_step")]
    [InlineData("soft_min: 2", "soft_min: -2", "CT014", "channels[3].soft_min")]
    [InlineData("soft_max: 98", "soft_max: 101", "CT014", "channels[3].soft_max")]
    [InlineData("soft_min: 2", "soft_min: 99", "CT014", "channels[3].soft_min")]
    [InlineData("max_step: 4.0", "max_step: 4.0, max_velocity: 10", "CT015", "channels[0].max_velocity")]
    [InlineData("name: shoulder_lift.pos", "name: shoulder_pan.pos", "CT017", "channels[1].name")]
    [InlineData("workspace: { channels: [x, y, z]", "workspace: { channels: [x, y, w]", "CT018", "workspace.channels[2]")]
    [InlineData("name: z, role: position, unit: m", "name: z, role: position, unit: mm", "CT019", "workspace.channels[2]")]
    [InlineData("min: [-0.5, -0.5, 0]", "min: [-0.5, -0.5]", "CT020", "workspace.min")]
    [InlineData("speed_norms: [ { channels: [x, y, z]", "speed_norms: [ { channels: []", "CT020", "speed_norms[0].channels")]
    [InlineData("continuous: true", "continuous: true, min: -1", "CT021", "channels[2].continuous")]
    [InlineData("unit: rad, continuous", "unit: m, continuous", "CT021", "channels[2].continuous")]
    [InlineData("unit: rad, continuous", "continuous", "CT021", "channels[2].continuous")]
    [InlineData("name: so101-table", "name: ''", "CT023", "name")]
    [InlineData("name: so101-table", "name: \"a\\u0007b\"", "CT023", "name")]
    [InlineData("workspace: { channels: [x, y, z]", "workspace: { channels: [x, y, x]", "CT024", "workspace.channels[2]")]
    public void A_broken_rule_is_an_error_at_its_key(string piece, string replacement, string code, string key)
    {
        Diagnostic[] errors = [.. ExampleContract.FindingsWith(piece, replacement).Where(item => item.Severity == DiagnosticSeverity.Error)];
        Assert.Contains(errors, item => item.Code == code && item.Place!.Key == key && item.Place.Line > 0);
    }

    [Fact]
    public void Every_limit_per_second_needs_the_rate()
    {
        string[] keys = [.. ExampleContract.FindingsWith("rate_hz: 30\n", "").Where(item => item.Code == "CT016").Select(item => item.Place!.Key!)];
        Assert.Equal(
            ["channels[1].max_velocity", "channels[1].max_acceleration", "channels[1].max_jerk", "channels[2].max_velocity", "speed_norms[0].max"],
            keys);
    }

    [Theory]
    [InlineData("channels: []")]
    [InlineData("channels: [{ name: a }")]
    public void No_channels_and_too_many_are_errors(string start)
    {
        string more = start.Contains('a', StringComparison.Ordinal) && start.Length > 12 ? string.Concat(Enumerable.Range(0, 512).Select(i => $", {{ name: c{i} }}")) + "]" : "";
        Assert.Contains(ExampleContract.FindingsOf($"interlock: contract/1\n{start}{more}"), item => item.Code == "CT022");
    }

    [Theory]
    [InlineData("min: -110, max: 110", "min: -200, max: 110", "CT050")]
    [InlineData("min: -110, max: 110", "min: -1.9, max: 1.9", "CT051")]
    [InlineData("unit: deg, min: -110", "unit: rad, min: -110", "CT051")]
    [InlineData("name: x, role: position, unit: m", "name: x, role: position, unit: m", "CT052")]
    [InlineData("mode: clip", "mode: clip", "CT053")]
    [InlineData("min: 0, max: 100, soft_min: 2, soft_max: 98", "min: 5, max: 5", "CT054")]
    [InlineData("max_acceleration: 600, ", "", "CT055")]
    [InlineData("max_force_n: 20, max_torque_nm: 5, ", "", "CT057")]
    public void Suspicious_but_legal_things_are_warnings(string piece, string replacement, string code) =>
        Assert.Contains(
            ExampleContract.FindingsWith(piece, replacement),
            item => item.Code == code && item.Severity == DiagnosticSeverity.Warning);

    [Fact]
    public void Pi_written_with_six_digits_is_not_beyond_half_a_turn() =>
        Assert.DoesNotContain(ExampleContract.FindingsWith("unit: deg, min: -110, max: 110", "unit: rad, min: -3.14160, max: 3.14160"), item => item.Code == "CT050");

    [Fact]
    public void A_shadow_mode_contract_says_that_it_enforces_nothing() =>
        Assert.Contains(ExampleContract.FindingsWith("mode: clip", "mode: monitor"), item => item is { Code: "CT058", Severity: DiagnosticSeverity.Info });

    [Fact]
    public void A_contract_built_in_code_is_held_to_the_same_rules()
    {
        SafetyContract contract = new()
        {
            Name = "built",
            RateHz = double.NaN,
            Mode = (GuardMode)17,
            Channels =
            [
                new ChannelContract { Name = "a", Unit = new ChannelUnit("furlong", UnitQuantity.Length, 201.168), Min = 1, Max = 0 },
                new ChannelContract { Name = "a", MaxStep = double.PositiveInfinity },
            ],
        };
        DiagnosticCollector collector = new();
        ContractRules.Check(contract, collector);
        string[] codes = [.. collector.Items.Where(item => item.Severity == DiagnosticSeverity.Error).Select(item => item.Code)];
        Assert.Equal(["CT011", "CT010", "CT017", "CT010", "CT013", "CT011"], codes);
        Assert.All(collector.Items, item => Assert.Null(item.Place!.File));
    }

    [Fact]
    public void A_valid_contract_built_in_code_has_no_findings()
    {
        DiagnosticCollector collector = new();
        ContractRules.Check(new SafetyContract { Name = "ok", Channels = [new ChannelContract { Name = "a", Min = 0, Max = 1 }] }, collector);
        Assert.Empty(collector.Items);
    }
}
