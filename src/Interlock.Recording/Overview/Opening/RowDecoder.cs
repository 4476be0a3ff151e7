using System.Runtime.InteropServices;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Opening;

/// <summary>Takes the messages of streams apart. For one thread.</summary>
internal sealed class RowDecoder
{
    private readonly TopicMap _topics;
    private readonly IReadOnlyDictionary<StepTopic, int[]> _signals;
    private readonly StepFrame _frame;
    private readonly StepJson _json;
    private readonly StepColumns _values;

    /// <param name="layout">Of the recording.</param>
    /// <param name="columns">Its signals.</param>
    /// <param name="topics">Its streams.</param>
    /// <param name="signals">Every signal of each stream, in their order.</param>
    public RowDecoder(FlightLayout layout, SignalColumns columns, TopicMap topics, IReadOnlyDictionary<StepTopic, int[]> signals)
    {
        (_topics, _signals) = (topics, signals);
        _frame = new StepFrame(layout);
        _json = new StepJson(_frame, Nothing(), Nothing(), Nothing());
        _values = new StepColumns(columns, _frame);
    }

    /// <summary>Rows of every wanted stream; a message that cannot be used is passed over.</summary>
    public Dictionary<StepTopic, TopicRows> Decode(IReadOnlyList<McapMessage> messages, IReadOnlySet<StepTopic> wanted)
    {
        Dictionary<StepTopic, (List<ulong> Times, List<float> Values)> rows = wanted.ToDictionary(topic => topic, _ => (new List<ulong>(), new List<float>()));
        foreach (McapMessage message in messages)
        {
            StepTopic topic = _topics.ById[message.ChannelId];
            _frame.Parts = StepParts.None;
            if (rows.TryGetValue(topic, out (List<ulong> Times, List<float> Values) into) && _json.Read(topic, message.Data.Span) is not null)
            {
                into.Times.Add(message.LogTimeNs);
                Add(into.Values, _signals[topic]);
            }
        }

        return rows.ToDictionary(pair => pair.Key, pair => new TopicRows([.. pair.Value.Times], [.. pair.Value.Values]));
    }

    private void Add(List<float> values, int[] signals)
    {
        int first = values.Count;
        CollectionsMarshal.SetCount(values, first + signals.Length);
        Span<float> row = CollectionsMarshal.AsSpan(values)[first..];
        for (int i = 0; i < signals.Length; i++)
        {
            row[i] = _values.Of(signals[i]) is { } value ? (float)value : TopicRows.Absent;
        }
    }

    private static WordIndex Nothing() => new(_ => 0);
}
