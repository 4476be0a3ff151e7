using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Format;

/// <summary>An overview from the bytes of its attachment; whatever does not hold together is a finding (RC040, RC041).</summary>
internal sealed class OverviewReader
{
    private readonly OverviewInput _input;
    private readonly OverviewHead _head;

    private OverviewReader(OverviewInput input)
    {
        _input = input;
        _head = OverviewHead.Read(input);
    }

    public static RecordingOverview Read(ReadOnlyMemory<byte> bytes, string? file) => new OverviewReader(new OverviewInput(bytes, file)).Read();

    /// <summary>An overview that was built in this process, by the same way as one from a file.</summary>
    public static RecordingOverview Of(OverviewBuilder built) => Read(OverviewWriter.Write(built), null);

    private RecordingOverview Read()
    {
        OverviewSignal[] signals = Many(_head.Signals, Signal);
        OverviewTrack[] tracks = Many(_head.Tracks, () => TrackReader.Read(_input, _head.LengthNs));
        long hidden = _input.Whole("the number of hidden events");
        long uncounted = _input.Whole("the number of uncounted events");
        OverviewEventCount[] counts = Many(_input.Entries("counts of events", OverviewLimits.EventKeys, OverviewFormat.EventKeyBytes), EventCount);
        OverviewEvent[] events = Many(_input.Entries("events", OverviewLimits.Events, OverviewFormat.EventBytes), () => Event(counts));
        long chunkCount = _input.Whole("the number of chunks");
        long seamCount = _input.Whole("the number of seams", chunkCount);
        OverviewChunk[] chunks = Many(_input.Entries("chunks", OverviewLimits.Chunks, OverviewFormat.ChunkBytes), Chunk);
        OverviewMoment[] moments = Many(_input.Entries("moments", OverviewLimits.Moments, OverviewFormat.MomentBytes), Moment);
        return new RecordingOverview
        {
            StartNs = _head.StartNs,
            Steps = _head.Steps,
            LengthS = Seconds(_head.LengthNs),
            BucketLengthS = Seconds(_head.BucketNs),
            Buckets = _head.Buckets,
            Signals = signals,
            Tracks = tracks,
            Events = events,
            EventCounts = counts,
            EventsHidden = hidden,
            EventsUncounted = uncounted,
            Chunks = chunks,
            ChunkCount = chunkCount,
            SeamCount = seamCount,
            WorstMoments = moments,
            RowOf = Places(signals),
            Rows = Rows(signals.Count(signal => signal.Count > 0)),
            EmptyRow = [.. Enumerable.Repeat(float.NaN, _head.Buckets)],
        };
    }

    private static double Seconds(long ns) => ns / OverviewHead.NsPerS;

    private static T[] Many<T>(int count, Func<T> read)
    {
        T[] items = new T[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = read();
        }

        return items;
    }

    private static int[] Places(OverviewSignal[] signals)
    {
        int next = 0;
        return [.. signals.Select(signal => signal.Count > 0 ? next++ : -1)];
    }

    private OverviewSignal Signal() => new(
        _input.Text(), _input.Text(), _input.Whole("a count", _head.Steps), _input.Whole("a count", _head.Steps), _input.Double(), _input.Double(), _input.Double());

    private OverviewEventCount EventCount() => new(_input.Text(), _input.Text(), _input.OptionalText(), _input.Whole("a count"));

    private OverviewEvent Event(OverviewEventCount[] counts)
    {
        int key = _input.Count("counts of events", counts.Length - 1);
        long ns = _input.Whole("a time");
        long tick = _input.Int64();
        long count = _input.Whole("a count");
        int flags = _input.Byte();
        double value = _input.Double();
        double limit = _input.Double();
        return new OverviewEvent(
            Seconds(ns), tick, counts[key].Kind, counts[key].Code, counts[key].Channel,
            (flags & OverviewFormat.HasValue) != 0 ? value : null, (flags & OverviewFormat.HasLimit) != 0 ? limit : null, count);
    }

    private OverviewChunk Chunk()
    {
        long ns = _input.Whole("a time");
        int rows = _input.Count("rows", int.MaxValue);
        int flags = _input.Byte();
        double latencyMs = _input.Double();
        return new OverviewChunk(Seconds(ns), rows, (flags & OverviewFormat.HasLatency) != 0 ? latencyMs : null, (flags & OverviewFormat.HasSeam) != 0);
    }

    private OverviewMoment Moment() => new(Seconds(_input.Whole("a time")), _input.Int64(), _input.Double(), _input.OptionalText());

    private ReadOnlyMemory<byte> Rows(int rows) => _input.Left == 2L * sizeof(float) * rows * _head.Buckets
        ? _input.Rest
        : throw _input.Wrong($"{rows} signals of {_head.Buckets} buckets do not take the {_input.Left} bytes that are left");
}
