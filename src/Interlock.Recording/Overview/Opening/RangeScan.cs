using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Opening;

/// <summary>Some signals over a short time, from the streams that have them and from no others.</summary>
internal sealed class RangeScan
{
    // A value holds until the next step; where that is later than this many periods there is a gap.
    private const double HeldPeriods = 1.5;
    private const double NsPerS = 1e9;

    private readonly FlightLog _log;
    private readonly TopicMap _topics;
    private readonly StepFrame _frame;
    private readonly StepJson _json;
    private readonly StepColumns _values;
    private readonly ILookup<StepTopic, (int Signal, int Slot)> _wanted;
    private readonly TimeGrid _grid;
    private readonly SignalRange[] _ranges;

    public RangeScan(FlightLog log, SignalColumns columns, IReadOnlyList<int> signals, TimeGrid grid)
    {
        _log = log;
        _grid = grid;
        _topics = new TopicMap(log.Layout, columns, log.Reader);
        _frame = new StepFrame(log.Layout);
        _json = new StepJson(_frame, Nothing(), Nothing(), Nothing());
        _values = new StepColumns(columns, _frame);
        _wanted = signals.Select((signal, slot) => (signal, slot)).ToLookup(pair => _topics.TopicOf(pair.signal));
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

            // Smallest and largest do not ask for an order; the file's is the cheapest.
            Order = McapOrder.File,
        };
        foreach (McapMessage message in _log.Reader.Messages(query))
        {
            Add(message, (message.LogTimeNs - (ulong)startNs) / NsPerS);
        }

        int held = (int)Math.Min(_grid.Buckets, Math.Ceiling(heldS / _grid.BucketS));
        foreach (SignalRange range in held > 1 ? _ranges : [])
        {
            range.Hold(held);
        }

        return _ranges;
    }

    private static WordIndex Nothing() => new(_ => 0);

    private static ulong FileNs(double startNs, double seconds) => (ulong)Math.Clamp(startNs + (seconds * NsPerS), 0, long.MaxValue);

    private void Add(in McapMessage message, double timeS)
    {
        _frame.Parts = StepParts.None;
        StepTopic topic = _topics.ById[message.ChannelId];
        if (_json.Read(topic, message.Data.Span) is null)
        {
            return;
        }

        int bucket = _grid.BucketOf(timeS);
        foreach ((int signal, int slot) in _wanted[topic])
        {
            if (_values.Of(signal) is { } value)
            {
                _ranges[slot].Take(bucket, timeS, (float)value);
            }
        }
    }
}
