using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Opening;

/// <summary>
/// Some signals over a short time, from the streams that have them and from no others. Stretches of the file are taken apart on several threads, and
/// kept in a cache.
/// </summary>
internal sealed class RangeScan
{
    // A value holds until the next step; where that is later than this many periods there is a gap.
    private const double HeldPeriods = 1.5;
    private const double NsPerS = 1e9;

    // Stretches whose numbers are in memory together; of their bytes, one for each thread.
    private const int RegionsAtOnce = 64;

    private readonly FlightLog _log;
    private readonly SignalColumns _columns;
    private readonly TopicMap _topics;
    private readonly RowCache _cache;
    private readonly Dictionary<StepTopic, int[]> _signals;
    private readonly ILookup<StepTopic, (int Column, int Slot)> _wanted;
    private readonly HashSet<StepTopic> _streams;
    private readonly TimeGrid _grid;
    private readonly SignalRange[] _ranges;

    public RangeScan(FlightLog log, SignalColumns columns, IReadOnlyList<int> signals, TimeGrid grid, RowCache cache)
    {
        _log = log;
        _grid = grid;
        _cache = cache;
        _columns = columns;
        _topics = new TopicMap(log.Layout, columns, log.Reader);
        _signals = Enumerable.Range(0, columns.Count).GroupBy(_topics.TopicOf).ToDictionary(group => group.Key, group => group.ToArray());
        _wanted = signals.Select((signal, slot) => (Topic: _topics.TopicOf(signal), Signal: signal, Slot: slot))
            .ToLookup(wish => wish.Topic, wish => (Array.IndexOf(_signals[wish.Topic], wish.Signal), wish.Slot));
        _streams = [.. _topics.ById.Values.Where(_wanted.Contains)];
        _ranges = [.. signals.Select(_ => new SignalRange(grid.Buckets))];
    }

    public IReadOnlyList<SignalRange> Run()
    {
        double startNs = _log.Clock.FileNs(_log.Session.StartMonotonicNs);
        double heldS = HeldPeriods / _log.Layout.RateHz;
        McapQuery query = new()
        {
            Channels = _topics.ById.Where(pair => _wanted.Contains(pair.Value)).Select(pair => pair.Key).ToHashSet(),
            FromNs = FileNs(startNs, _grid.T0 - heldS),
            ToNs = FileNs(startNs, _grid.T1),
        };
        foreach (MessageRegion[] regions in _log.Reader.Stretches(query).Chunk(RegionsAtOnce))
        {
            foreach (IReadOnlyDictionary<StepTopic, TopicRows> rows in Decoded(regions, query with { FromNs = 0, ToNs = ulong.MaxValue }))
            {
                Take(rows, query, (ulong)startNs);
            }
        }

        int held = (int)Math.Min(_grid.Buckets, Math.Ceiling(heldS / _grid.BucketS));
        foreach (SignalRange range in held > 1 ? _ranges : [])
        {
            range.Hold(held);
        }

        return _ranges;
    }

    private static ulong FileNs(double startNs, double seconds) => (ulong)Math.Clamp(startNs + (seconds * NsPerS), 0, long.MaxValue);

    // In the order of the file; what is not in the cache is read by one thread at a time and taken apart by several.
    private IReadOnlyDictionary<StepTopic, TopicRows>[] Decoded(MessageRegion[] regions, McapQuery query)
    {
        Dictionary<StepTopic, TopicRows>[] rows = [.. regions.Select(region => Cached(region.Offset))];
        int[] missing = [.. Enumerable.Range(0, regions.Length).Where(i => rows[i].Count < _streams.Count)];
        if (missing.Length > 0)
        {
            Decode(regions, missing, rows, query);
        }

        return rows;
    }

    private void Decode(MessageRegion[] regions, int[] missing, Dictionary<StepTopic, TopicRows>[] rows, McapQuery query)
    {
        Dictionary<StepTopic, TopicRows>[] found = new Dictionary<StepTopic, TopicRows>[regions.Length];
        try
        {
            Parallel.ForEach(missing, () => new RowDecoder(_log.Layout, _columns, _topics, _signals), (i, _, decoder) =>
            {
                found[i] = decoder.Decode(_log.Reader.MessagesOf(regions[i], query), _streams.Except(rows[i].Keys).ToHashSet());
                return decoder;
            }, _ => { });
        }
        catch (AggregateException several)
        {
            // The first fault, as where one thread reads.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }

        foreach (int i in missing)
        {
            foreach ((StepTopic topic, TopicRows decoded) in found[i])
            {
                rows[i][topic] = decoded;
                _cache.Keep(regions[i].Offset, topic, decoded);
            }
        }
    }

    private Dictionary<StepTopic, TopicRows> Cached(long offset)
    {
        Dictionary<StepTopic, TopicRows> rows = [];
        foreach (StepTopic topic in _streams)
        {
            if (_cache.Find(offset, topic) is { } kept)
            {
                rows[topic] = kept;
            }
        }

        return rows;
    }

    private void Take(IReadOnlyDictionary<StepTopic, TopicRows> rows, McapQuery query, ulong startNs)
    {
        foreach ((StepTopic topic, TopicRows row) in rows)
        {
            int width = _signals[topic].Length;
            (int Column, int Slot)[] wanted = [.. _wanted[topic]];
            for (int i = 0; i < row.FileNs.Length; i++)
            {
                ulong at = row.FileNs[i];
                if (at >= query.FromNs && at <= query.ToNs)
                {
                    Take(row.Values.AsSpan(i * width, width), wanted, (at - startNs) / NsPerS);
                }
            }
        }
    }

    private void Take(ReadOnlySpan<float> row, (int Column, int Slot)[] wanted, double timeS)
    {
        int bucket = _grid.BucketOf(timeS);
        foreach ((int column, int slot) in wanted)
        {
            if (!TopicRows.IsAbsent(row[column]))
            {
                _ranges[slot].Take(bucket, timeS, row[column]);
            }
        }
    }
}
