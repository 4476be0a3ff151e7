using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Overview;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Overview;

public sealed class OverviewedLogTests
{
    private const int Steps = 3000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_overview_of_the_recorder_and_that_of_a_scan_say_what_the_steps_say(bool stored)
    {
        using TemporaryFolder folder = new();
        using OverviewedLog opened = OverviewedLog.Open(Record(folder, stored));
        Assert.Equal(stored, opened.IsStored);
        BruteForce.AssertAgrees(opened.Overview, BruteForce.Of(opened.Log.Steps(), opened.Log.Layout, FlightSample.StartNs));
    }

    [Fact]
    public void A_scan_finds_the_same_words_events_chunks_and_moments_as_the_recorder()
    {
        using TemporaryFolder folder = new();
        using OverviewedLog stored = OverviewedLog.Open(Record(folder, true));
        using OverviewedLog scanned = OverviewedLog.Open(Record(folder, false));
        foreach ((OverviewTrack one, OverviewTrack other) in stored.Overview.Tracks.Zip(scanned.Overview.Tracks))
        {
            Assert.Equal(one.StepsByWord, other.StepsByWord);
            Assert.Equal(one.Spans, other.Spans);
        }

        Assert.Equal(stored.Overview.Signals, scanned.Overview.Signals);
        Assert.Equal(stored.Overview.Events, scanned.Overview.Events);
        Assert.Equal(stored.Overview.EventCounts, scanned.Overview.EventCounts);
        Assert.Equal(stored.Overview.Chunks, scanned.Overview.Chunks);
        Assert.Equal(stored.Overview.WorstMoments, scanned.Overview.WorstMoments);
        Assert.Equal("elbow.pos", stored.Overview.Events[0].Channel);
        Assert.Equal((Steps, 3, 1), (stored.Overview.Steps, stored.Overview.ChunkCount, stored.Overview.SeamCount));
    }

    [Fact]
    public void Equal_sessions_have_equal_bytes()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(File.ReadAllBytes(Record(folder, true, "one")), File.ReadAllBytes(Record(folder, true, "two")));
    }

    [Fact]
    public void A_short_range_comes_from_the_file_exactly()
    {
        using TemporaryFolder folder = new();
        using OverviewedLog opened = OverviewedLog.Open(Record(folder, true));
        int signal = opened.Overview.Signals.Select(s => s.Key).ToList().IndexOf("guarded/elbow.pos");
        double[] guarded = [.. opened.Log.Steps().Select(step => step.Guarded?[1] ?? double.NaN)];

        // Half a millisecond each: a step and its holding, which the overview of two steps a bucket cannot tell.
        SignalRange range = opened.Range([signal], 1.00975, 1.10975, 200)[0];
        Assert.Equal(guarded[1010..1110].SelectMany(value => new[] { (float)value, (float)value }), range.Lows.ToArray());
        Assert.Equal(range.Lows.ToArray(), range.Highs.ToArray());
    }

    [Fact]
    public void Buckets_shorter_than_a_step_hold_the_value_before_and_a_pause_is_a_gap()
    {
        using TemporaryFolder folder = new();
        using OverviewedLog opened = OverviewedLog.Open(Record(folder, true, pauseAt: 1500));
        int signal = opened.Overview.Signals.Select(s => s.Key).ToList().IndexOf("state/elbow.pos");
        SignalRange held = opened.Range([signal], 1.0, 1.01, 100)[0];
        Assert.DoesNotContain(float.NaN, held.Lows.ToArray());
        SignalRange gap = opened.Range([signal], 1.4, 2.1, 700)[0];
        Assert.Equal(float.NaN, gap.Lows.Span[300]);
        Assert.NotEqual(float.NaN, gap.Lows.Span[50]);
    }

    [Fact]
    public void Outside_the_recording_there_is_nothing()
    {
        using TemporaryFolder folder = new();
        using OverviewedLog opened = OverviewedLog.Open(Record(folder, true));
        Assert.All(opened.Range([0, 5], -9, -8, 50).Concat(opened.Range([0, 5], 100, 1e9, 50)).Concat(opened.Range([0], -1e300, -1e299, 5)), range => Assert.All(range.Highs.ToArray(), value => Assert.Equal(float.NaN, value)));
        Assert.Null(opened.StepAt(-1));
        Assert.Equal(Steps - 1, opened.StepAt(double.PositiveInfinity)!.Tick);
        Assert.Throws<ArgumentException>(() => opened.Range([0], double.NaN, 1, 5));
        Assert.Throws<ArgumentException>(() => opened.Range([0], 1, 1, 5));
    }

    [Fact]
    public void The_step_and_the_image_at_a_time_are_the_newest_before_it()
    {
        using TemporaryFolder folder = new();
        using OverviewedLog opened = OverviewedLog.Open(Record(folder, true));
        Assert.Equal(1234, opened.StepAt(1.234)!.Tick);
        Assert.Equal(1234, opened.StepAt(1.2349)!.Tick);
        Assert.Equal(7, opened.ImageAt("wrist", 2.5)!.Data.Span[0]);
        Assert.Null(opened.ImageAt("wrist", 0.006));
    }

    [Fact]
    public void A_spoiled_overview_is_a_warning_and_the_recording_is_read_through()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("x.mcap");
        using (FlightRecorder recorder = FlightRecorder.Start(new FlightRecorderOptions { Path = path, OwnThread = false, Overview = false }, FlightSample.Layout, FlightSample.Session, TimeProvider.System))
        {
            FlightSample.Run(recorder, 0, 20);
            recorder.Attach(RecordingOverview.AttachmentName, RecordingOverview.MediaType, "ILOVERVW nonsense"u8.ToArray());
        }

        using OverviewedLog opened = OverviewedLog.Open(path);
        Assert.False(opened.IsStored);
        Assert.Equal(20, opened.Overview.Steps);
        Assert.Equal((DiagnosticSeverity.Warning, true), (opened.Findings[0].Severity, opened.Findings[0].Code is "RC040" or "RC041"));
    }

    [Fact]
    public void Reading_through_can_be_ended()
    {
        using TemporaryFolder folder = new();
        string path = Record(folder, false);
        using CancellationTokenSource ended = new();
        ended.Cancel();
        Assert.Throws<OperationCanceledException>(() => OverviewedLog.Open(path, null, ended.Token));
        File.Delete(path);
    }

    private static string Record(TemporaryFolder folder, bool overview, string name = "run", int? pauseAt = null)
    {
        string path = folder.PathOf($"{name}-{overview}.mcap");
        using FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Path = path, OwnThread = false, Overview = overview }, FlightSample.Layout, FlightSample.Session, TimeProvider.System);
        for (int tick = 0; tick < Steps; tick++)
        {
            FlightSample.Fill(recorder.Frame, tick);
            recorder.Frame.MonotonicNs += tick >= pauseAt ? 500_000_000 : 0;
            recorder.Frame.Verdict = tick % 700 < 30 ? 1 : 0;
            recorder.Frame.SupervisorState = tick / 1000;
            recorder.Frame.Parts = tick % 200 == 3 ? StepParts.All & ~StepParts.Guarded & ~StepParts.Policy : StepParts.All;
            recorder.Commit();
            if (tick % 700 < 30)
            {
                recorder.TryEvent(new FlightEvent { MonotonicNs = recorder.Frame.MonotonicNs, Tick = tick, Kind = FlightEventKind.Intervention, Code = FlightCode.Of("GD020"), Channel = 1, Value = tick, Limit = 9.5 });
            }

            if (tick % 1000 == 7)
            {
                recorder.RecordImage(FlightSample.Jpeg(7, 30));
                recorder.RecordChunk(new FlightChunk { MonotonicNs = recorder.Frame.MonotonicNs, ObservedAtStep = 0, ObservedAtNs = 0, Rows = 1, Raw = new double[4], InferenceMs = 12.5, Seam = tick < 1000 ? new double[3] : null });
            }

            recorder.Pump();
        }

        return path;
    }
}
