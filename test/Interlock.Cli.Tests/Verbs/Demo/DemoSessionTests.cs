using System.Text.Json;
using Interlock.Cli.Verbs.Demo;

namespace Interlock.Cli.Tests.Verbs.Demo;

public sealed class DemoSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _progress = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _progress.Dispose();
    }

    [Fact]
    public void Every_fault_is_run_and_every_file_written()
    {
        DemoResult result = Run("demo");

        Assert.Equal(
            ["nan", "chunk_jump", "oscillation", "freeze", "stale", "out_of_range", "slow_drift", "unit_mix_up"],
            result.Trials.Select(trial => trial.Fault));
        Assert.Equal(
            DemoFiles.All.Order(),
            Directory.EnumerateFileSystemEntries(_folder.PathOf("demo")).Select(path => Path.GetFileName(path)).Order());
        Assert.False(Path.Exists(_folder.PathOf("demo.partial")));
    }

    [Fact]
    public void The_same_seed_writes_the_same_bytes()
    {
        Run("a");
        Run("b");

        foreach (string name in DemoFiles.All.Where(name => name != DemoFiles.Summary))
        {
            Assert.Equal(File.ReadAllBytes(_folder.PathOf($"a/{name}")), File.ReadAllBytes(_folder.PathOf($"b/{name}")));
        }
    }

    [Fact]
    public void A_guard_that_refuses_NaN_makes_the_arm_slower_and_keeps_it_inside()
    {
        FaultTrial nan = Run("demo").Trials[0];

        Assert.True(nan.Without.PeakJointSpeedRadPerS > 2.5);
        Assert.True(nan.With.PeakJointSpeedRadPerS < nan.Without.PeakJointSpeedRadPerS);
        Assert.True(nan.Without.BoundExcessRad > 0.1);
        Assert.Equal(0, nan.FirstAlarmS);
    }

    [Fact]
    public async Task Recordings_of_the_guarded_runs_replay_with_the_same_verdicts()
    {
        foreach (FaultTrial trial in Run("demo").Trials)
        {
            Invocation replay = await Invocation.RunAsync("replay", _folder.PathOf($"demo/{DemoFiles.Recording(trial.Fault)}"));

            Assert.True(replay.ExitCode == ExitCode.Ok, $"{trial.Fault}: {replay.Errors}");
            Assert.Contains("identical verdicts and commands", replay.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_demo_of_one_fault_takes_the_recordings_of_an_earlier_one_away()
    {
        Run("demo");
        Run("demo", fault: "freeze");

        Assert.Equal(["freeze.mcap"], Directory.EnumerateFiles(_folder.PathOf("demo"), "*.mcap").Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing_behind()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Run("demo", cancellation: cancelled.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void An_earlier_demo_is_replaced_and_other_files_in_its_folder_stay()
    {
        Run("demo");
        _folder.Write("demo/notes.txt", "mine");

        Assert.Null(new DemoFolder(_folder.PathOf("demo")).FindForeignFile());
        Run("demo");

        Assert.Equal("mine", File.ReadAllText(_folder.PathOf("demo/notes.txt")));
    }

    [Fact]
    public void A_file_of_somebody_else_under_one_of_the_names_is_found()
    {
        string foreign = _folder.Write($"demo/{DemoFiles.Contract}", "precious");

        Assert.Equal(foreign, new DemoFolder(_folder.PathOf("demo")).FindForeignFile());
        Assert.Null(new DemoFolder(_folder.PathOf("elsewhere")).FindForeignFile());
    }

    [Fact]
    public void The_staging_folder_of_a_killed_demo_is_reused_and_a_foreign_one_is_not()
    {
        _folder.Write($"killed.partial/{DemoFiles.Demonstrations}", "half");
        string foreign = Path.GetDirectoryName(_folder.Write("foreign.partial/thesis.tex", "precious"))!;

        Assert.Null(new DemoFolder(_folder.PathOf("killed")).FindForeignFile());
        Assert.Equal(foreign, new DemoFolder(_folder.PathOf("foreign")).FindForeignFile());
    }

    [Fact]
    public void Half_a_recording_of_a_killed_demo_is_written_anew()
    {
        _folder.Write($"demo.partial/{DemoFiles.Recording("nan")}", "half");

        Run("demo", fault: "nan");

        Assert.True(new FileInfo(_folder.PathOf($"demo/{DemoFiles.Recording("nan")}")).Length > 1000);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(140)]
    public void No_line_but_a_command_is_wider_than_the_terminal(int width)
    {
        DemoResult result = Run("demo");
        DemoReport.Write(Host(width), result with { Options = result.Options with { Folder = "interlock-demo" } });
        IEnumerable<string> lines = _output.ToString().Split('\n').Where(line => !line.StartsWith("  interlock", StringComparison.Ordinal));

        Assert.All(lines, line => Assert.True(line.TrimEnd('\r').Length <= width, line));
        Assert.All(result.Trials, trial => Assert.Contains(trial.Fault, _output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Json_is_one_document_with_both_runs_of_every_fault()
    {
        DemoResult result = Run("demo");
        DemoReport.Write(Host(80), result with { Options = result.Options with { Json = true } });
        JsonElement root = JsonDocument.Parse(_output.ToString()).RootElement;

        Assert.Equal(8, root.GetProperty("faults").GetArrayLength());
        foreach (JsonElement fault in root.GetProperty("faults").EnumerateArray())
        {
            Assert.True(fault.GetProperty("without_guard").GetProperty("peak_joint_speed_rad_per_s").GetDouble() >= 0);
            Assert.True(fault.GetProperty("with_guard").GetProperty("bound_excess_rad").GetDouble() >= 0);
        }

        Assert.StartsWith("1/4", _progress.ToString(), StringComparison.Ordinal);
    }

    private DemoResult Run(string name, string? fault = null, CancellationToken cancellation = default)
    {
        DemoOptions options = new(_folder.PathOf(name), Seed: 1, Demonstrations: 5, Json: false, fault);
        using DemoFolder folder = new(options.Folder);
        return new DemoSession(Host(80), options, folder, FakeSafety.Calibrate).Run(cancellation);
    }

    private VerbHost Host(int width) => new() { Out = _output, Error = _progress, Clock = TimeProvider.System, Width = width };
}
