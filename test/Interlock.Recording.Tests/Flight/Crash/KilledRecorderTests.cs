using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using Interlock.Core.Randomness;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Recording.Tests.Flight.Crash;

/// <summary>A process that records at 1 kHz is killed without warning at a random moment.</summary>
public sealed class KilledRecorderTests
{
    private const int FewRuns = 12;
    private const int ManyRuns = 200;

    // The flush interval and one chunk of 100 ms, at 1000 steps a second.
    private const long MostLostSteps = 200;
    private const int MostStepsBeforeKill = 900;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    [Fact]
    public void Its_file_holds_all_but_the_last_flush_and_nothing_is_missing_before()
    {
        using TemporaryFolder folder = new();
        SeededRandom random = new(9);
        int runs = Environment.GetEnvironmentVariable("INTERLOCK_LONG") == "1" ? ManyRuns : FewRuns;
        for (int run = 0; run < runs; run++)
        {
            string path = folder.PathOf($"{run}.mcap");
            long committed = RecordAndKill(path, folder.Write($"{run}.progress", new byte[sizeof(long)]), 1 + random.NextInt(MostStepsBeforeKill));
            using FlightLog log = FlightLog.Open(path);
            long[] ticks = [.. log.Steps().Select(step => step.Tick)];
            Assert.NotNull(log.Recovery);
            Assert.Equal(Enumerable.Range(0, ticks.Length).Select(tick => (long)tick), ticks);
            Assert.True(committed - ticks.Length <= MostLostSteps, $"run {run}: {committed} committed, {ticks.Length} in the file");
        }
    }

    private static long RecordAndKill(string path, string progress, int steps)
    {
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(progress, FileMode.Open);
        using MemoryMappedViewAccessor committed = file.CreateViewAccessor();
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Program).Assembly.Location, path, progress]))!;
        long start = TimeProvider.System.GetTimestamp();
        while (committed.ReadInt64(0) < steps && !process.WaitForExit(1))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < LongestStart, "the recording process does not record");
        }

        process.Kill();
        process.WaitForExit();
        return committed.ReadInt64(0);
    }
}
