using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;

namespace Interlock.Runtime.Tests.Configuration.Rules;

public sealed class RunRulesTests
{
    [Theory]
    [InlineData("policy.kind=recorded", "RT017", "policy.path")]
    [InlineData("policy.kind=onnx", "RT017", "policy.path")]
    [InlineData("policy.kind=openvla", "RT017", "policy.url")]
    [InlineData("policy.url=ws://h:1", "RT016", "policy.url")]
    [InlineData("policy.unnorm_key=bridge", "RT016", "policy.unnorm_key")]
    [InlineData("policy={kind: openpi, url: 'http://h:1'}", "RT018", "policy.url")]
    [InlineData("policy={kind: openvla, url: 'ws://h:1'}", "RT018", "policy.url")]
    [InlineData("policy={kind: openpi, url: 'ws://user:secret@h:1'}", "RT018", "policy.url")]
    [InlineData("policy={kind: openpi, url: 'ws:'}", "RT018", "policy.url")]
    [InlineData("policy={kind: onnx, path: a, stages: [{path: b}]}", "RT016", "policy.stages")]
    [InlineData("policy={kind: ensemble, members: [{kind: scripted}]}", "RT029", "policy.members")]
    [InlineData("policy={kind: ensemble, members: [{kind: scripted}, {kind: ensemble}]}", "RT029", "policy.members[1].kind")]
    [InlineData("policy={kind: ensemble, members: [{kind: scripted}, {kind: recorded}]}", "RT017", "policy.members[1].path")]
    [InlineData("policy.retry={first_delay_ms: 500, max_delay_ms: 100}", "RT027", "policy.retry.max_delay_ms")]
    [InlineData("loop.rate_hz=5 policy.rate_hz=10", "RT019", "policy.rate_hz")]
    [InlineData("cameras=[{name: a, kind: files}]", "RT017", "cameras[0].path")]
    [InlineData("cameras=[{name: a, kind: simulated}, {name: a, kind: simulated}]", "RT023", "cameras[1].name")]
    [InlineData("policy.observation.images.x=top", "RT023", "policy.observation.images")]
    [InlineData("supervisor.hung_after_ms=10", "RT027", "supervisor.hung_after_ms")]
    [InlineData("confidence.ask_below_p=0.1", "RT028", "confidence.ask_below_p")]
    [InlineData("run.shadow=true recording.mode=off", "RT022", "recording.mode")]
    [InlineData("gate={certificate: a, trust: b}", "RT026", "gate")]
    [InlineData("gate={certificate: a} spec=c", "RT026", "gate.trust")]
    public void What_does_not_go_together_is_an_error(string flags, string code, string key)
    {
        (RunFile? file, IReadOnlyList<Diagnostic> findings) = ExampleRun.Parse(ExampleRun.Minimal, Flags(flags));
        Diagnostic finding = Assert.Single(findings);
        Assert.Null(file);
        Assert.Equal((code, key, DiagnosticSeverity.Error), (finding.Code, finding.Place!.Key, finding.Severity));
    }

    [Theory]
    [InlineData("fallback_policy.kind=scripted", "RT020")]
    [InlineData("fallback_policy.kind=scripted run.shadow=true", "RT022")]
    [InlineData("recording.before_s=3", "RT021")]
    [InlineData("confidence={calibration: c, ask_below_p: 0.2, degrade_below_p: 0.1}", "RT027")]
    public void What_has_no_effect_is_a_warning(string flags, string code)
    {
        (RunFile? file, IReadOnlyList<Diagnostic> findings) = ExampleRun.Parse(ExampleRun.Minimal, Flags(flags));
        Assert.NotNull(file);
        Assert.Equal((code, DiagnosticSeverity.Warning), (Assert.Single(findings).Code, findings[0].Severity));
    }

    [Fact]
    public void A_rule_is_silent_about_a_group_that_could_not_be_read() =>
        Assert.Equal(["RT010"], ExampleRun.Parse(ExampleRun.Minimal, "policy.kind=openpy", "policy.url=ws://h:1").Findings.Select(item => item.Code));

    [Fact]
    public void A_policy_faster_than_the_rate_of_the_contract_is_found()
    {
        Assert.Equal(["RT019"], Against("rate_hz: 5", "policy.rate_hz=10"));
        Assert.Empty(Against("rate_hz: 10", "policy.rate_hz=10"));
    }

    [Fact]
    public void A_limit_per_step_holds_at_the_rate_of_the_contract_only()
    {
        Assert.Equal(["RT030"], Against("rate_hz: 30", "loop.rate_hz=100"));
        Assert.Empty(Against("rate_hz: 30", "loop.rate_hz=30"));
        Assert.Equal(["RT030"], Against("", ""));
    }

    [Fact]
    public void Channels_of_the_robot_are_those_of_the_contract() =>
        Assert.Equal(["RT031"], Against("rate_hz: 30", "robot.options.channels=[a, b]"));

    private static string[] Flags(string flags) => [.. flags.Split(' ').Aggregate(new List<string>(), Joined)];

    /// <summary>A word without an equals sign in front of its value belongs to the flag before it.</summary>
    private static List<string> Joined(List<string> flags, string word)
    {
        if (word.Contains('=', StringComparison.Ordinal))
        {
            flags.Add(word);
        }
        else
        {
            flags[^1] += $" {word}";
        }

        return flags;
    }

    private static string[] Against(string rate, string flag)
    {
        DiagnosticCollector findings = new();
        SafetyContract contract = Core.Contract.Reading.ContractFile.Parse($"interlock: contract/1\n{rate}\nchannels: [{{ name: a, min: 0, max: 1, max_step: 0.1 }}]\n", "c", new DiagnosticCollector())!;
        ExampleRun.Valid(ExampleRun.Minimal, flag.Length == 0 ? [] : [flag]).CheckAgainst(contract, findings);
        return [.. findings.Items.Select(item => item.Code)];
    }
}
