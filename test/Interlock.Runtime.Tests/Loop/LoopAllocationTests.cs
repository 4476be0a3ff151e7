using System.Text.Json;
using Interlock.Guard;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Robots.Cameras;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Journal;
using Interlock.Runtime.Tests.Live;
using Interlock.Runtime.Tests.Soak;
using Xunit;

namespace Interlock.Runtime.Tests.Loop;

[Collection(MeasuresAllocationAlone.Name)]
public sealed class LoopAllocationTests
{
    private const int Channels = 14;
    private const int Measured = 1000;

    // The least that a feed keeps for a viewer: one that takes nothing loses data soon.
    private const int QueueBytes = 64 << 10;

    [Theory]
    [InlineData(Audience.None)]
    [InlineData(Audience.Reads)]
    [InlineData(Audience.Hangs)]
    public async Task A_tick_with_recorder_feed_cameras_and_fourteen_channels_allocates_nothing(Audience audience)
    {
        using LiveRig live = new(options => options with { QueueBytes = QueueBytes, SendTimeout = TimeSpan.FromHours(1) });
        ActionGuard guard = new(LoopContracts.Arm(Channels, 1000));
        SimulatedArm arm = new(SimulatedArmOptions.For(guard.Contract));
        FlightRecorder? recorder = null;
        using WholeLoop whole = new(new WholeLoopOptions
        {
            Guard = guard,
            Clock = new VirtualClock(),
            Robot = arm,
            Policy = new SinePolicy(Channels),
            Cameras = [new SimulatedCamera(arm, new SimulatedCameraOptions { WidthPx = 8, HeightPx = 8 })],
            Delay = new FixedDelay(40_000_000),
            MakeLog = whole =>
            {
                recorder = whole.Record(new FlightRecorderOptions { OpenStream = () => new BreakableStream(), OwnThread = false, Tap = live.Feed.Tap() });
                return new FlightTickLog(recorder, whole.Options.Clock, guard, whole.Supervisor, pumps: false);
            },
        });
        whole.Started();
        recorder!.Pump();
        await using Onlooker? viewer = await Onlooker.SendAsync(live, audience);
        Assert.InRange(Fewest(whole, recorder) / (double)Measured, 0, BudgetBytesPerTick());
        Assert.True(audience != Audience.Hangs || live.Feed.Counts.Dropped > 0);
        await (audience == Audience.Reads ? viewer!.FirstAsync() : Task.CompletedTask);
        recorder.Dispose();
    }

    private static long Fewest(WholeLoop whole, FlightRecorder recorder)
    {
        long fewest = long.MaxValue;
        for (int repeat = 0; repeat < 12; repeat++)
        {
            fewest = Math.Min(fewest, Ticks(whole, recorder));
        }

        return fewest;
    }

    /// <summary>Inference, camera and writer have threads of their own; here their work is done between the ticks that count.</summary>
    private static long Ticks(WholeLoop whole, FlightRecorder recorder)
    {
        long allocated = 0;
        for (int i = 0; i < Measured; i++)
        {
            whole.Cameras.Poll();
            recorder.Pump();
            bool wasBusy = whole.Desk.Status == DeskStatus.Busy;
            long before = GC.GetAllocatedBytesForCurrentThread();
            whole.Loop.RunTick();
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            allocated += wasBusy || whole.Desk.Status != DeskStatus.Busy ? bytes : 0;
        }

        return allocated;
    }

    /// <summary>Budgets are data: <c>bench/budgets.json</c>.</summary>
    private static double BudgetBytesPerTick()
    {
        using JsonDocument budgets = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "bench", "budgets.json")));
        return budgets.RootElement.GetProperty("budgets").EnumerateArray()
            .Single(budget => budget.GetProperty("name").GetString() == "loop_tick_14_bytes").GetProperty("limit").GetDouble();
    }
}
