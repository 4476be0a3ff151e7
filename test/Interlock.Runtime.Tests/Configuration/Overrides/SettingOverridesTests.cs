using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Tests.Configuration.Overrides;

public sealed class SettingOverridesTests
{
    [Fact]
    public void An_override_replaces_what_the_file_says_and_the_last_one_counts()
    {
        RunSettings settings = ExampleRun.Valid(ExampleRun.Full, "schedule.blending=replace", "schedule.blending=average", "cameras[1].max_age_ms=50", "run.seed=9").Settings;
        Assert.Equal((ChunkBlending.Average, 50.0, 9UL), (settings.Schedule.Blending, settings.Cameras[1].MaxAgeMs, settings.Run.Seed));
        Assert.Equal(StepInterpolation.Cubic, settings.Schedule.Interpolation);
    }

    [Fact]
    public void Text_is_taken_as_it_stands()
    {
        RunSettings settings = ExampleRun.Valid(ExampleRun.Full, "task=[stack]: a, b # c=d", "policy.url=wss://host:8000/a?b=c", "robot.kind=null").Settings;
        Assert.Equal(("[stack]: a, b # c=d", "wss://host:8000/a?b=c", RobotKind.Null), (settings.Task, settings.Policy.Url, settings.Robot.Kind));
    }

    [Fact]
    public void Groups_lists_and_entries_of_maps_can_be_made()
    {
        RunSettings settings = ExampleRun.Valid(
            ExampleRun.Minimal,
            "cameras[0].name=top",
            "cameras[0].kind=simulated",
            "policy.observation.images.observation.images.top=top",
            "robot.options.channels=[a, b]",
            "robot.options.channels[1]=c").Settings;
        Assert.Equal("top", settings.Policy.Observation.Images["observation.images.top"]);
        Assert.Equal(["a", "c"], settings.Robot.Options.Channels);
        Assert.Equal("top", Assert.Single(settings.Cameras).Name);
    }

    [Fact]
    public void A_tilde_takes_a_key_out_of_the_file()
    {
        RunSettings settings = ExampleRun.Valid(ExampleRun.Full, "gate=~", "task=~", "fallback_policy=~", "policy.observation.images.odd: key=~").Settings;
        Assert.Null(settings.Gate);
        Assert.Null(settings.Task);
        Assert.Null(settings.FallbackPolicy);
        Assert.Single(settings.Policy.Observation.Images);
    }

    [Fact]
    public void Half_a_character_is_no_text() =>
        Assert.Equal("RT013", Assert.Single(ExampleRun.Parse(ExampleRun.Minimal, "task=a\uD800").Findings).Code);

    [Theory]
    [InlineData("schedule.blending=replce", "RT010", "schedule.blending")]
    [InlineData("schedule.blendin=replace", "RT006", "schedule.blendin")]
    [InlineData("shedule.blending=replace", "RT006", "shedule")]
    [InlineData("loop.rate_hz=fast", "RT009", "loop.rate_hz")]
    [InlineData("loop.rate_hz=-5", "RT012", "loop.rate_hz")]
    [InlineData("loop.rate_hz=&a 5", "RT004", "")]
    [InlineData("loop.rate_hz=[5", "RT003", "")]
    [InlineData("run.seed=", "RT009", "run.seed")]
    [InlineData("task=", "RT009", "task")]
    [InlineData("name.x=1", "RT009", "name")]
    [InlineData("cameras[5].name=a", "RT015", "")]
    [InlineData("cameras[-1].name=a", "RT015", "")]
    [InlineData("cameras[0.name=a", "RT015", "")]
    [InlineData("loop..rate_hz=5", "RT015", "")]
    [InlineData("loop.rate_hz", "RT015", "")]
    [InlineData("=5", "RT015", "")]
    [InlineData("policy=~", "RT008", "policy")]
    public void A_mistake_in_a_flag_names_the_flag(string flag, string code, string key)
    {
        Diagnostic finding = Assert.Single(ExampleRun.Parse(ExampleRun.Minimal, flag).Findings, item => item.Severity == DiagnosticSeverity.Error);
        Assert.Equal((code, key), (finding.Code, finding.Place!.Key ?? ""));
        if (code != "RT008")
        {
            Assert.Equal(($"--set {flag}", (int?)null), (finding.Place.File, finding.Place.Line));
        }
    }
}
