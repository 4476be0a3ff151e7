using System.Text.Json;
using Interlock.Core.Observations;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Mcap.Reading;

namespace Interlock.Recording.Tests.Flight;

public sealed class FlightRecorderTests
{
    [Fact]
    public void Every_number_comes_back_bit_for_bit()
    {
        using TemporaryFolder folder = new();
        string path = Record(folder, 500);
        using FlightLog log = FlightLog.Open(path);
        using FlightRecorder scratch = FlightSample.Start(new MemoryStream());
        StepFrame expected = scratch.Frame;
        long tick = 0;
        foreach (FlightStep step in log.Steps())
        {
            FlightSample.Fill(expected, tick++);
            Assert.Equal(expected.Tick, step.Tick);
            Assert.Equal(expected.MonotonicNs, step.MonotonicNs);
            Assert.Equal(expected.UtcNs, step.UtcNs);
            Assert.Equal(expected.PolicyStep, step.PolicyStep);
            Assert.Equal(Bits(expected.Policy), Bits(step.Policy));
            Assert.Equal(Bits(expected.Unnormalised), Bits(step.Unnormalised));
            Assert.Equal(Bits(expected.Guarded), Bits(step.Guarded));
            Assert.Equal(Bits(expected.Executed), Bits(step.Executed));
            Assert.Equal(Bits(expected.State), Bits(step.State));
            Assert.Equal(Bits(expected.MonitorValues), Bits(step.MonitorValues));
            Assert.Equal((expected.ClipFraction, expected.ForceN, expected.Margin), (step.ClipFraction, step.ForceN, step.Margin));
            Assert.Equal((expected.ActionLagMs, expected.LatencyMs, expected.LatenessNs), (step.ActionLagMs, step.LatencyMs, step.LatenessNs));
            Assert.Equal(("pass", "running", "policy"), (step.Verdict, step.SupervisorState, step.ActionSource));
        }

        Assert.Equal(500, tick);
        Assert.Null(log.Recovery);
        Assert.Equal(FlightSample.Session with { Facts = log.Session.Facts }, log.Session);
        Assert.Equal("bench", log.Session.Facts["site"]);
        Assert.Equal("500", log.End!["steps"]);
    }

    [Fact]
    public void A_row_that_a_tick_does_not_have_is_null()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("run.mcap");
        using (FlightRecorder recorder = FlightSample.Start(path))
        {
            FlightSample.Fill(recorder.Frame, 0);
            recorder.Frame.Parts = StepParts.State | StepParts.Executed;
            recorder.Frame.Verdict = 9;
            Assert.True(recorder.Commit());
        }

        using FlightLog log = FlightLog.Open(path);
        FlightStep step = Assert.Single(log.Steps());
        Assert.Null(step.Policy);
        Assert.Null(step.Unnormalised);
        Assert.Null(step.Guarded);
        Assert.Null(step.MonitorValues);
        Assert.NotNull(step.State);
        Assert.Equal("9", step.Verdict);
    }

    [Fact]
    public void Events_chunks_images_texts_and_files_come_back()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("run.mcap");
        CameraImage rgb = FlightSample.Jpeg(9, 2 * 3 * 3) with { Encoding = ImageEncoding.Rgb8, WidthPx = 2, HeightPx = 3 };
        FlightChunk chunk = new()
        {
            MonotonicNs = FlightSample.StartNs,
            ObservedAtStep = 4,
            ObservedAtNs = 77,
            Rows = 2,
            Raw = new double[] { 1, double.NaN, 3, 4, 5, 6, 7, -0.0 },
            Unnormalised = new double[] { 1, 2, 3, 4, 5, 6 },
            InferenceMs = 12.5,
            Seam = new double[] { 0.1, 0.2, 0.3 },
        };
        using (FlightRecorder recorder = FlightSample.Start(path))
        {
            recorder.Attach("arm.contract.yaml", "application/yaml", "interlock: contract/1"u8.ToArray());
            recorder.SetMetadata("site", new Dictionary<string, string> { ["room"] = "4" });
            FlightSample.Run(recorder, 0, 3);
            Assert.True(recorder.TryEvent(new FlightEvent { MonotonicNs = FlightSample.StartNs + 2, Kind = FlightEventKind.Intervention, Code = FlightCode.Of("GD012"), Tick = 1, Channel = 1, Value = 3.5, Limit = double.PositiveInfinity }));
            Assert.True(recorder.TryEvent(new FlightEvent { MonotonicNs = FlightSample.StartNs + 3, Kind = FlightEventKind.EpisodeEnd, Code = FlightCode.Of("RT001") }));
            Assert.True(recorder.RecordChunk(chunk));
            Assert.True(recorder.RecordImage(FlightSample.Jpeg(8)));
            Assert.True(recorder.RecordImage(rgb));
            Assert.True(recorder.RecordText(FlightSample.StartNs + 5, FlightLevel.Warning, "supervisor", "pausing: \"low\" confidence — 0.2 °"));
            recorder.SetOutcome(true, "placed");
        }

        using FlightLog log = FlightLog.Open(path);
        Assert.Equal(
            [new RecordedEvent(FlightSample.StartNs + 2, 1, "intervention", "GD012", 0, "elbow.pos", 3.5, double.PositiveInfinity), new RecordedEvent(FlightSample.StartNs + 3, 0, "episode_end", "RT001", 0, null, null, null)],
            log.Events());
        FlightChunk read = Assert.Single(log.Chunks());
        Assert.Equal(Bits(chunk.Raw.Span), Bits(read.Raw.Span));
        Assert.Equal(chunk.Unnormalised.Value.ToArray(), read.Unnormalised!.Value.ToArray());
        Assert.Equal(chunk.Seam.Value.ToArray(), read.Seam!.Value.ToArray());
        Assert.Equal((chunk.ObservedAtStep, chunk.ObservedAtNs, chunk.InferenceMs, null), (read.ObservedAtStep, read.ObservedAtNs, read.InferenceMs, read.RoundTripMs));
        CameraImage[] images = [.. log.Images()];
        Assert.Equal([FlightSample.Jpeg(8).Data.ToArray(), rgb.Data.ToArray()], images.Select(image => image.Data.ToArray()));
        Assert.Equal((2, 3, 9L, rgb.TimestampNs), (images[1].WidthPx, images[1].HeightPx, images[1].Sequence, images[1].TimestampNs));
        Assert.Equal(new RecordedText(FlightSample.StartNs + 5, FlightLevel.Warning, "supervisor", "pausing: \"low\" confidence — 0.2 °"), Assert.Single(log.Texts()));
        Assert.Equal("interlock: contract/1"u8.ToArray(), log.Read(Assert.Single(log.Attachments, index => index.Name == "arm.contract.yaml")).Data.ToArray());
        Assert.Equal("4", log.Metadata("site")!["room"]);
        Assert.Equal(("true", "placed", "1"), (log.End!["success"], log.End["outcome"], log.End["event.intervention"]));
    }

    [Fact]
    public void Equal_calls_give_equal_bytes()
    {
        Assert.Equal(Bytes(), Bytes());

        static byte[] Bytes()
        {
            MemoryStream stream = new();
            using (FlightRecorder recorder = FlightSample.Start(stream))
            {
                FlightSample.Run(recorder, 0, 400);
            }

            return stream.ToArray();
        }
    }

    [Fact]
    public void The_control_thread_allocates_nothing()
    {
        using FlightRecorder recorder = FlightSample.Start(new MemoryStream());
        FlightEvent happened = new() { MonotonicNs = 1, Kind = FlightEventKind.Alarm, Code = FlightCode.Of("GD001") };
        Step();
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                Step();
            }
        }));

        void Step()
        {
            recorder.Frame.Tick++;
            recorder.Frame.State.Fill(recorder.Frame.Tick);
            recorder.Commit();
            recorder.TryEvent(happened);
        }
    }

    [Fact]
    public void A_full_ring_drops_and_counts_and_the_gap_shows_in_the_ticks()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("run.mcap");
        using (FlightRecorder recorder = FlightSample.Start(path))
        {
            int taken = 0;
            for (int tick = 0; tick < 2100; tick++)
            {
                FlightSample.Fill(recorder.Frame, tick);
                taken += recorder.Commit() ? 1 : 0;
            }

            recorder.Pump();
            Assert.Equal((2000, 100L), (taken, recorder.Health.StepsDropped));
            FlightSample.Run(recorder, 2100, 2101);
        }

        using FlightLog log = FlightLog.Open(path);
        Assert.Equal([1999, 2100], log.Steps().TakeLast(2).Select(step => step.Tick));
        Assert.Equal("100", log.End!["steps_dropped"]);
    }

    [Fact]
    public void A_recording_never_overwrites()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("run.mcap", [1, 2, 3]);
        Core.Diagnostics.DiagnosticException refused = Assert.Throws<Core.Diagnostics.DiagnosticException>(() => FlightSample.Start(path));
        Assert.Equal("RC022", refused.Diagnostics[0].Code);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [Fact]
    public void The_file_is_valid_MCAP_with_the_published_schemas()
    {
        using TemporaryFolder folder = new();
        using McapReader reader = McapReader.Open(Record(folder, 50));
        reader.Verify();
        Assert.All(reader.Channels.Values, channel =>
        {
            string schema = reader.Schemas[channel.SchemaId].Name;
            Assert.Equal(File.ReadAllBytes(Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema", "flight", $"{schema}.json")), reader.Schemas[channel.SchemaId].Data.ToArray());
            Assert.Equal("json", channel.MessageEncoding);
        });
    }

    [Fact]
    public void Every_message_has_the_keys_of_its_schema_and_no_others()
    {
        using TemporaryFolder folder = new();
        using McapReader reader = McapReader.Open(Record(folder, 50));
        Assert.All(reader.Messages(), message =>
        {
            JsonElement schema = JsonSerializer.Deserialize<JsonElement>(reader.Schemas[reader.Channels[message.ChannelId].SchemaId].Data.Span);
            HashSet<string> keys = [.. JsonSerializer.Deserialize<JsonElement>(message.Data.Span).EnumerateObject().Select(property => property.Name)];
            Assert.Subset(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToHashSet(), keys);
            Assert.Superset(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).ToHashSet(), keys);
        });
    }

    private static string Record(TemporaryFolder folder, int ticks)
    {
        string path = folder.PathOf("run.mcap");
        using FlightRecorder recorder = FlightSample.Start(path);
        FlightSample.Run(recorder, 0, ticks);
        recorder.TryEvent(new FlightEvent { MonotonicNs = FlightSample.StartNs, Kind = FlightEventKind.Mark, Code = FlightCode.Of("RT001") });
        recorder.RecordImage(FlightSample.Jpeg(1));
        recorder.RecordImage(FlightSample.Jpeg(1, 12) with { Encoding = ImageEncoding.Rgb8, WidthPx = 2, HeightPx = 2 });
        recorder.RecordText(FlightSample.StartNs, FlightLevel.Info, "test", "hello");
        recorder.RecordChunk(new FlightChunk { MonotonicNs = FlightSample.StartNs, ObservedAtStep = 0, ObservedAtNs = 0, Rows = 1, Raw = new double[4], Unnormalised = new double[3], Seam = new double[3] });
        return path;
    }

    private static long[] Bits(ReadOnlySpan<double> values)
    {
        long[] bits = new long[values.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = BitConverter.DoubleToInt64Bits(values[i]);
        }

        return bits;
    }
}
