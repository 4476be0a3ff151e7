using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Tests.Configuration.Reading;

public sealed class RunFileTests
{
    [Fact]
    public void A_full_file_is_read_without_a_finding()
    {
        (RunFile? file, IReadOnlyList<Diagnostic> findings) = ExampleRun.Parse(ExampleRun.Full);
        Assert.Empty(findings);
        RunSettings settings = file!.Settings;
        Assert.Equal((PolicyKind.Openpi, 10.0, 4, 900.5), (settings.Policy.Kind, settings.Policy.RateHz, settings.Policy.Retry.Attempts, settings.Policy.Retry.MaxDelayMs));
        Assert.Equal("wrist", settings.Policy.Observation.Images["odd: key"]);
        Assert.Equal([1, 3, 224, 224], settings.FallbackPolicy!.Stages[0].Inputs[0].Shape);
        Assert.Equal(ulong.MaxValue, settings.Robot.Seed);
        Assert.Equal(["a", "b"], settings.Robot.Options.Channels);
        Assert.Equal((400.0, 200.0), (settings.Cameras[1].MaxAgeMs, settings.Cameras[0].MaxAgeMs));
    }

    [Fact]
    public void What_a_file_leaves_out_has_its_default_and_the_name_is_the_stem()
    {
        RunSettings settings = ExampleRun.Valid(ExampleRun.Minimal).Settings;
        Assert.Equal("cell", settings.Name);
        Assert.Equal(new LoopSettings(), settings.Loop);
        Assert.Equal(new ScheduleSettings(), settings.Schedule);
        Assert.Equal(new SupervisorSettings(), settings.Supervisor);
        Assert.Equal(new RecordingSettings(), settings.Recording);
        Assert.Equal(new EpisodeSettings(), settings.Run);
        Assert.Null(settings.Gate);
        Assert.False(settings.Supervisor.AutoStart);
    }

    [Theory]
    [InlineData("loop: { rate_hertz: 30 }", "RT006", "loop.rate_hertz", "did you mean 'rate_hz'?")]
    [InlineData("supervisr: { }", "RT006", "supervisr", "did you mean 'supervisor'?")]
    [InlineData("loop: { rate_hz: 30, rate_hz: 40 }", "RT007", "loop.rate_hz", null)]
    [InlineData("gate: { certificate: a, trust: b }\nspec: c\nspec: d", "RT007", "spec", null)]
    [InlineData("cameras: [ { kind: simulated } ]", "RT008", "cameras[0].name", null)]
    [InlineData("loop: 30", "RT009", "loop", null)]
    [InlineData("cameras: { name: a }", "RT009", "cameras", null)]
    [InlineData("loop: { rate_hz: \"30\" }", "RT009", "loop.rate_hz", "quotes")]
    [InlineData("run: { episodes: 1.5 }", "RT009", "run.episodes", null)]
    [InlineData("run: { shadow: yes }", "RT009", "run.shadow", null)]
    [InlineData("run: { seed: }", "RT009", "run.seed", null)]
    [InlineData("schedule: { blending: crossfade }", "RT010", "schedule.blending", "did you mean 'cross_fade'?")]
    [InlineData("loop: { spin_us: .nan }", "RT011", "loop.spin_us", null)]
    [InlineData("loop: { spin_us: 1e999 }", "RT011", "loop.spin_us", null)]
    [InlineData("loop: { rate_hz: 0 }", "RT012", "loop.rate_hz", null)]
    [InlineData("run: { seed: -1 }", "RT012", "run.seed", null)]
    [InlineData("run: { seed: 18446744073709551616 }", "RT012", "run.seed", null)]
    [InlineData("task: \"\"", "RT013", "task", null)]
    [InlineData("task: \"a\\u001b[2J\"", "RT013", "task", null)]
    public void A_mistake_is_found_with_its_place(string line, string code, string key, string? hint)
    {
        (RunFile? file, IReadOnlyList<Diagnostic> findings) = ExampleRun.Parse(ExampleRun.Minimal + line + "\n");
        Diagnostic finding = Assert.Single(findings);
        Assert.Null(file);
        Assert.Equal((code, key, "cell.run.yaml"), (finding.Code, finding.Place!.Key, finding.Place.File));
        Assert.InRange(finding.Place.Line ?? 0, 5, 7);
        Assert.Contains(hint ?? "", $"{finding.Message} {finding.Hint}", StringComparison.Ordinal);
    }

    [Fact]
    public void Several_mistakes_are_found_at_once_each_on_its_line()
    {
        (_, IReadOnlyList<Diagnostic> findings) = ExampleRun.Parse("interlock: run/2\npolicy: { kind: opnpi }\nrobot: { kind: table_arm, sed: 1 }\nloop:\n  rate_hz: fast\n");
        Assert.Equal(["RT005@1", "RT006@3", "RT008@1", "RT009@5", "RT010@2"], findings.Select(item => $"{item.Code}@{item.Place!.Line}").Order());
    }

    [Fact]
    public void The_null_robot_needs_no_quotes()
    {
        Assert.Equal(RobotKind.Null, ExampleRun.Valid(ExampleRun.Minimal.Replace("table_arm", "null", StringComparison.Ordinal)).Settings.Robot.Kind);
        Assert.Equal(RobotKind.Null, ExampleRun.Valid(ExampleRun.Minimal.Replace("table_arm", "\"null\"", StringComparison.Ordinal)).Settings.Robot.Kind);
    }

    [Fact]
    public void Relative_paths_count_from_the_folder_of_the_file()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.run.yaml", ExampleRun.Minimal);
        DiagnosticCollector findings = new();
        RunFile file = RunFile.Load(path, [], findings)!;
        Assert.Equal(folder.PathOf("cell.contract.yaml"), file.Resolve(file.Settings.Contract));
        file.CheckFiles(findings);
        Diagnostic missing = Assert.Single(findings.Items);
        Assert.Equal(("RT025", "contract", 3), (missing.Code, missing.Place!.Key, missing.Place.Line));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_finding()
    {
        using TemporaryFolder folder = new();
        string binary = folder.PathOf("binary.run.yaml");
        File.WriteAllBytes(binary, [0xFF, 0xC0, 0x00]);
        foreach (string path in new[] { folder.PathOf("absent.run.yaml"), folder.Root, binary })
        {
            DiagnosticCollector findings = new();
            Assert.Null(RunFile.Load(path, [], findings));
            Assert.Equal("RT001", Assert.Single(findings.Items).Code);
        }
    }

    [Fact]
    public void The_committed_example_is_valid_and_agrees_with_its_contract()
    {
        DiagnosticCollector findings = new();
        RunFile file = RunFile.Load(Path.Combine(SharedFiles.RepositoryRoot, "examples", "run", "table-arm.run.yaml"), [], findings)!;
        file.CheckFiles(findings);
        file.CheckAgainst(Core.Contract.Reading.ContractFile.Load(file.Resolve(file.Settings.Contract), findings), findings);
        Assert.DoesNotContain(findings.Items, item => item.Severity != DiagnosticSeverity.Info);
    }
}
