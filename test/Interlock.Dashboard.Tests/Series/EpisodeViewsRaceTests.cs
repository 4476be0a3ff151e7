using Interlock.Core.Randomness;
using Interlock.Dashboard.Series;
using Interlock.Recording.Flight;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Dashboard.Tests.Series;

/// <summary>Many threads that open, read, change and let go of more recordings than are kept.</summary>
public sealed class EpisodeViewsRaceTests : IDisposable
{
    private const int Files = 8;
    private const int Capacity = 3;
    private const int Threads = 16;
    private const int Rounds = 150;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_view_in_use_answers_and_no_more_files_are_open_than_are_kept()
    {
        Write();
        using EpisodeViews views = new(Capacity);
        await Together(thread => Use(views, new SeededRandom((ulong)thread)));
        Assert.InRange(OpenFiles(), 0, Capacity);
        views.Dispose();
        Assert.Equal(0, OpenFiles());
        Assert.Throws<ObjectDisposedException>(() => views.Rent(PathOf(0)));
    }

    [Fact]
    public async Task A_store_that_ends_lets_those_finish_who_read()
    {
        Write();
        EpisodeViews views = new(Capacity);
        using Barrier end = new(Threads + 1);
        Task using_ = Together(thread =>
        {
            using EpisodeLease lease = views.Rent(PathOf(thread % Files));
            end.SignalAndWait();
            end.SignalAndWait();
            Check(lease.View, thread % Files);
        });
        end.SignalAndWait();
        views.Dispose();
        end.SignalAndWait();
        await using_.WaitAsync(Bound);
        Assert.Equal(0, OpenFiles());
    }

    private static Task Together(Action<int> act) =>
        Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(() => act(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).WaitAsync(Bound);

    private void Use(EpisodeViews views, SeededRandom random)
    {
        for (int round = 0; round < Rounds; round++)
        {
            int file = random.NextInt(Files);
            if (random.NextInt(20) == 0)
            {
                // As new as possible: the view of before is let go while others may still read it.
                File.SetLastWriteTimeUtc(PathOf(file), DateTime.UnixEpoch.AddSeconds(1 + random.NextInt(1_000_000)));
            }

            using EpisodeLease lease = views.Rent(PathOf(file));
            Check(lease.View, file);
        }
    }

    private static void Check(EpisodeView view, int file)
    {
        Assert.Equal(StepsOf(file), view.Counts.Steps);
        Assert.Equal(StepsOf(file) - 1, view.At(1)!.Tick);
        Assert.Equal(20, view.Slice(["state/elbow.pos"], 0, 0.005, 20)[0].Count);
    }

    private int OpenFiles() => OperatingSystem.IsLinux()
        ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count(entry => new FileInfo(entry).LinkTarget?.StartsWith(_folder.Root, StringComparison.Ordinal) == true)
        : 0;

    private void Write()
    {
        for (int file = 0; file < Files; file++)
        {
            using FlightRecorder recorder = FlightSample.Start(PathOf(file));
            FlightSample.Run(recorder, 0, StepsOf(file));
        }
    }

    private static int StepsOf(int file) => 20 + file;

    private string PathOf(int file) => _folder.PathOf($"{file}.mcap");
}
