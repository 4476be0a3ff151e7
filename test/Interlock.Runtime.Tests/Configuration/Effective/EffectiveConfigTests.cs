using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Effective;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Reading;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Configuration.Yaml;

namespace Interlock.Runtime.Tests.Configuration.Effective;

public sealed class EffectiveConfigTests
{
    private const int RandomSettingsCount = 300;

    private static readonly SafetyContract Contract =
        new() { Name = "c", RateHz = 25, Channels = [new ChannelContract { Name = "a", Min = 0, Max = 1 }] };

    [Theory]
    [InlineData("loop.rate_hz", "100", "cell.run.yaml:25")]
    [InlineData("schedule.blending", "replace", "--set schedule.blending=replace")]
    [InlineData("loop.spin_us", "50", "default")]
    [InlineData("robot.options.trip_force_n", "–", "default")]
    [InlineData("fallback_policy.rate_hz", "100", "loop.rate_hz")]
    [InlineData("policy.seed", "7", "run.seed")]
    [InlineData("cameras[1].path", "images/wrist", "cell.run.yaml:24")]
    [InlineData("fallback_policy.stages[0].inputs[0].shape", "[1, 3, 224, 224]", "cell.run.yaml:16")]
    public void Every_value_says_where_it_comes_from(string path, string text, string origin)
    {
        EffectiveEntry entry = ExampleRun.Valid(ExampleRun.Full, "schedule.blending=replace").Effective(Contract).Find(path)!;
        Assert.Equal((text, origin), (entry.Text, entry.Origin));
    }

    [Fact]
    public void The_contract_gives_the_rate_that_the_file_leaves_out()
    {
        EffectiveConfig effective = ExampleRun.Valid(ExampleRun.Minimal).Effective(Contract);
        Assert.Equal(("25", "contract"), (effective.Find("loop.rate_hz")!.Text, effective.Find("loop.rate_hz")!.Origin));
        Assert.Equal(("25", "loop.rate_hz"), (effective.Find("policy.rate_hz")!.Text, effective.Find("policy.rate_hz")!.Origin));
        Assert.Contains("  # rate_hz: 25 (contract)\n", effective.ToYaml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schedule.blnding", "schedule.blending")]
    [InlineData("rate_hz", "policy.rate_hz")]
    [InlineData("hung_after_s", "supervisor.hung_after_ms")]
    public void A_path_that_does_not_exist_has_a_near_one(string typed, string near) =>
        Assert.Equal(near, ExampleRun.Valid(ExampleRun.Minimal).Effective().Nearest(typed));

    [Fact]
    public void The_block_is_short_and_names_what_a_flag_changed()
    {
        IReadOnlyList<EffectiveRow> rows = ExampleRun.Valid(ExampleRun.Full, "run.shadow=true", "fallback_policy=~").Effective(Contract).ToRows();
        Assert.InRange(rows.Count, 10, 16);
        Assert.Contains("run.shadow=true", rows[^1].Text, StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Text.Contains("SHADOW", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ExampleRun.Minimal)]
    [InlineData(ExampleRun.Full)]
    public void The_whole_as_yaml_is_a_valid_file_of_the_same_settings(string text)
    {
        EffectiveConfig effective = ExampleRun.Valid(text).Effective(Contract);
        EffectiveConfig again = ExampleRun.Valid(effective.ToYaml()).Effective(Contract);
        Assert.Equal(Flat(effective.Settings), Flat(again.Settings));
        Assert.Equal(effective.ToYaml(), again.ToYaml());
    }

    [Fact]
    public void Whatever_the_settings_their_yaml_reads_back_to_them()
    {
        SeededRandom random = new(11);
        for (int i = 0; i < RandomSettingsCount; i++)
        {
            RunSettings settings = (RunSettings)RandomSettings.Of(KeyGroup.Of(typeof(RunSettings)), random, depth: 0);
            DiagnosticCollector findings = new();
            ReadingReport report = new("random", findings);
            string yaml = new RunFile(settings, "random", report).Effective().ToYaml();
            YamlMap root = (YamlMap)YamlTree.Read(yaml, "random")!;
            object again = new SettingsReader(report).Read(KeyGroup.Of(typeof(RunSettings)), root with { Entries = [.. root.Entries.Skip(1)] }, "");
            Assert.True(!findings.HasErrors, $"{string.Join('\n', findings.Items)}\n{yaml}");
            Assert.Equal(Flat(settings), Flat(again));
        }
    }

    private static string[] Flat(object settings) =>
        [.. SettingsWalk.Of(settings).Select(item => $"{item.Path}={ScalarText.Of(item.Value is Enum word ? WordList.Of(word) : item.Value)}")];
}
