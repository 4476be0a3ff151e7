using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Tests.Flight;

public sealed class FlightTriggerTests
{
    private static readonly FlightTrigger Around = new() { BeforeS = 0.1, AfterS = 0.05 };

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public void Only_what_lies_around_an_intervention_or_a_mark_is_kept(int verdict, bool mark)
    {
        long[] ticks = Kept(Around, (recorder, tick) =>
        {
            if (tick == 500)
            {
                recorder.Frame.Verdict = verdict;
                recorder.Frame.Mark = mark;
            }
        });
        Assert.Equal(Enumerable.Range(400, 151).Select(tick => (long)tick), ticks);
    }

    [Fact]
    public void A_trigger_from_outside_keeps_what_lies_around_the_newest_step()
    {
        long[] ticks = Kept(Around, (recorder, tick) =>
        {
            if (tick == 300)
            {
                recorder.Trigger("somebody pressed the button");
            }
        });

        // Asked for before tick 300 was committed and served after it.
        Assert.Equal(Enumerable.Range(200, 151).Select(tick => (long)tick), ticks);
    }

    [Fact]
    public void Triggers_that_overlap_keep_every_step_once()
    {
        long[] ticks = Kept(Around, (recorder, tick) => recorder.Frame.Verdict = tick is 400 or 430 or 480 ? 2 : 0);
        Assert.Equal(Enumerable.Range(300, 231).Select(tick => (long)tick), ticks);
    }

    [Fact]
    public void Images_are_kept_with_the_steps_and_the_memory_is_bounded()
    {
        using TemporaryFolder folder = new();
        FlightTrigger small = Around with { BeforeS = 10, MemoryBytes = 200_000 };
        using FlightLog log = Log(folder, small, (recorder, tick) =>
        {
            Assert.True(recorder.RecordImage(FlightSample.Jpeg(tick, 5000)));
            recorder.Frame.Mark = tick == 500;
        });
        long[] ticks = [.. log.Steps().Select(step => step.Tick)];
        Assert.Equal(550, ticks[^1]);
        Assert.InRange(ticks[0], 470, 490);
        Assert.Equal(ticks.Length, ticks[^1] - ticks[0] + 1);
        Assert.InRange(log.Images().Count(), ticks.Length - 1, ticks.Length + 1);
    }

    [Fact]
    public void Events_are_kept_always()
    {
        using TemporaryFolder folder = new();
        using FlightLog log = Log(folder, Around, (recorder, tick) =>
        {
            if (tick % 100 == 0)
            {
                recorder.TryEvent(new FlightEvent { MonotonicNs = FlightSample.StartNs + (tick * FlightSample.PeriodNs), Kind = FlightEventKind.Watchdog, Code = FlightCode.Of("RT010"), Tick = tick });
            }
        });
        Assert.Equal(10, log.Events().Count());
        Assert.Empty(log.Steps());
    }

    private static long[] Kept(FlightTrigger trigger, Action<FlightRecorder, long> before)
    {
        using TemporaryFolder folder = new();
        using FlightLog log = Log(folder, trigger, before);
        return [.. log.Steps().Select(step => step.Tick)];
    }

    private static FlightLog Log(TemporaryFolder folder, FlightTrigger trigger, Action<FlightRecorder, long> before)
    {
        using MemoryStream stream = new();
        using (FlightRecorder recorder = FlightSample.Start(stream, trigger))
        {
            for (long tick = 0; tick < 1000; tick++)
            {
                FlightSample.Fill(recorder.Frame, tick);
                before(recorder, tick);
                Assert.True(recorder.Commit());
                recorder.Pump();
            }
        }

        return FlightLog.Open(folder.Write("run.mcap", stream.ToArray()));
    }
}
