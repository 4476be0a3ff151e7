using System.Diagnostics;

namespace Interlock.Cli.Tests.EndToEnd;

/// <summary>What only a real process shows: signals and pipes.</summary>
public sealed class ProcessTests
{
    /// <summary>Only a hang takes this long, whatever else the machine does.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(50)]
    [InlineData(int.MaxValue)]
    public async Task Ctrl_C_ends_a_verb_that_reads_and_leaves_nothing_behind(int rowsPerEpisode)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using TemporaryFolder folder = new();
        EndlessCsv demonstrations = new(folder.PathOf("demos.csv"), rowsPerEpisode);
        using CancellationTokenSource enough = new(Bound);
        Task feeding = demonstrations.FeedAsync(enough.Token);
        using Process process = Start("calibrate", folder.PathOf("demos.csv"), "-o", folder.PathOf("arm"));
        await demonstrations.IsBeingRead.WaitAsync(Bound);

        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        string errors = await process.StandardError.ReadToEndAsync(enough.Token);
        await process.WaitForExitAsync(enough.Token);
        await enough.CancelAsync();
        await using (demonstrations.Release())
        {
            await feeding;
        }

        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Equal("Interrupted; nothing half-written was left behind.", errors.TrimEnd().Split('\n')[^1]);
        Assert.Equal([folder.PathOf("demos.csv")], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task A_reader_that_leaves_early_gets_its_line_and_nobody_gets_a_stack_trace()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using TemporaryFolder folder = new();
        string recording = folder.Write("demos.csv", SyntheticRecording.Csv(episodes: 40, steps: 50));
        string contract = folder.Write("bench.contract.yaml", SyntheticRecording.Contract());
        using Process process = Start("replay", recording, "--contract", contract, "--jsonl");

        string? first = await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.StartsWith("{\"episode\":0,\"step\":0,", first, StringComparison.Ordinal);
        Assert.EndsWith("}", first, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, process.ExitCode);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(VerbHost).Assembly.Location);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
