using Interlock.TestSupport;

namespace Interlock.Cli.Tests.Verbs.Dashboard;

/// <summary>What becomes of a run when the process of its dashboard is killed or hangs.</summary>
public sealed class DashboardChildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("KILL")]
    [InlineData("STOP")]
    public async Task A_run_records_the_same_bytes_whatever_becomes_of_its_dashboard(string signal)
    {
        string[] run = Arguments("--virtual-time", "--set", "run.duration_s=4");
        using ChildInTrouble nobody = new(signal: null);
        Invocation alone = await nobody.RunAsync(run);
        byte[] expected = Taken();
        using ChildInTrouble trouble = new(signal);
        Invocation watched = await trouble.RunAsync([.. run, "--dashboard"]);

        Assert.Equal(0, alone.ExitCode);
        Assert.Equal(alone.ExitCode, watched.ExitCode);
        Assert.Equal(alone.Output, watched.Output);
        Assert.Equal(expected, Taken());
        AssertGone(trouble.Child);
    }

    [LinuxTheory]
    [InlineData("KILL")]
    [InlineData("STOP")]
    public async Task A_run_in_real_time_goes_on_to_its_end_without_its_dashboard(string signal)
    {
        using ChildInTrouble trouble = new(signal);
        Invocation run = await trouble.RunAsync(Arguments("--dashboard", "--set", "run.duration_s=2", "--set", "loop.max_missed=100000", "--set", "loop.missed_window=100000"));

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("episode 1: ", run.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Taken());
        AssertGone(trouble.Child);
    }

    // A process that hangs is not left behind either.
    private static void AssertGone(int? child)
    {
        Assert.NotNull(child);
        Assert.False(Directory.Exists($"/proc/{child}"), $"process {child} is left behind");
    }

    private byte[] Taken()
    {
        byte[] bytes = File.ReadAllBytes(_folder.PathOf("run.mcap"));
        File.Delete(_folder.PathOf("run.mcap"));
        return bytes;
    }

    private string[] Arguments(params string[] more) =>
        ["run", Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.run.yaml"), "--set", $"recording.path={_folder.PathOf("run.mcap")}", .. more];
}
