using System.Text;
using System.Text.Json;
using Interlock.Dashboard.LiveView.Feed;
using Interlock.Recording.Flight.Session;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>Puts the messages of steps into the ring, without an allocation. A message that is not as its schema says is refused whole.</summary>
internal sealed class StepReader
{
    private const double NsPerUs = 1e3;

    // Scalars of each topic: its name in the message, the signal, and by what it is divided.
    private static readonly (FeedTopic Topic, string Name, string Key, double Divisor)[] Known =
    [
        (FeedTopic.Force, "force_n", "force/force_n", 1), (FeedTopic.Force, "torque_nm", "force/torque_nm", 1),
        (FeedTopic.Verdict, "clip_fraction", "scalar/clip_fraction", 1), (FeedTopic.Verdict, "margin", "scalar/margin", 1),
        (FeedTopic.Supervisor, "confidence", "scalar/confidence", 1),
        (FeedTopic.Timing, "observation_age_ms", "timing/observation_age_ms", 1), (FeedTopic.Timing, "chunk_age_ms", "timing/chunk_age_ms", 1),
        (FeedTopic.Timing, "action_lag_ms", "timing/action_lag_ms", 1), (FeedTopic.Timing, "latency_ms", "timing/latency_ms", 1),
        (FeedTopic.Timing, "lateness_ns", "timing/lateness_us", NsPerUs), (FeedTopic.Timing, "read_ns", "timing/read_us", NsPerUs),
        (FeedTopic.Timing, "schedule_ns", "timing/schedule_us", NsPerUs), (FeedTopic.Timing, "guard_ns", "timing/guard_us", NsPerUs),
        (FeedTopic.Timing, "send_ns", "timing/send_us", NsPerUs),
    ];

    private readonly ISignalSink _ring;
    private readonly (FeedTopic Topic, byte[] Name, int Signal, double Divisor)[] _scalars;
    private readonly Dictionary<FeedTopic, (int First, int Count)> _rows;
    private readonly byte[][] _verdicts;
    private readonly byte[][] _states;
    private readonly IReadOnlyList<string> _sources;
    private readonly byte[][] _sourceBytes;
    private readonly double[] _values;
    private readonly (int Signal, double Value)[] _found = new (int, double)[Known.Length];

    public StepReader(FlightLayout layout, IReadOnlyList<(string Key, string Unit)> signals, ISignalSink ring)
    {
        _ring = ring;
        Dictionary<string, int> places = [];
        for (int i = 0; i < signals.Count; i++)
        {
            places.TryAdd(signals[i].Key, i);
        }

        _scalars = [.. Known.Select(known => (known.Topic, Encoding.UTF8.GetBytes(known.Name), places[known.Key], known.Divisor))];
        int channels = layout.Channels.Count, dimension = layout.PolicyDimension;
        _rows = new()
        {
            [FeedTopic.Raw] = (0, dimension),
            [FeedTopic.Policy] = (dimension, channels),
            [FeedTopic.Guarded] = (dimension + channels, channels),
            [FeedTopic.Executed] = (dimension + (2 * channels), channels),
            [FeedTopic.State] = (dimension + (3 * channels), channels),
            [FeedTopic.Monitors] = (dimension + (4 * channels), layout.Monitors.Count),
        };
        _values = new double[_rows.Values.Max(row => row.Count)];
        _verdicts = [.. layout.Verdicts.Select(Encoding.UTF8.GetBytes)];
        _states = [.. layout.SupervisorStates.Select(Encoding.UTF8.GetBytes)];
        _sources = layout.ActionSources;
        _sourceBytes = [.. layout.ActionSources.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Index of the word of the newest verdict or state; -1 when the message had none that the layout knows.</summary>
    public int Word { get; private set; }

    /// <summary>Whose the commands are, as the newest state said it; null when it did not, or not in a word that is known.</summary>
    public string? Source { get; private set; }

    /// <summary>Number of the episode, as the newest state said it; NaN when it did not.</summary>
    public double Episode { get; private set; } = double.NaN;

    /// <exception cref="JsonException">It is not as its schema says.</exception>
    public void Take(FeedTopic topic, double t, ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        if (_rows.TryGetValue(topic, out (int First, int Count) row))
        {
            TakeRow(ref reader, t, row.First, row.Count);
        }
        else
        {
            TakeScalars(ref reader, topic, t);
        }
    }

    private void TakeRow(ref Utf8JsonReader reader, double t, int first, int count)
    {
        while (JsonFields.Next(ref reader))
        {
            if (!reader.ValueTextEquals("values"u8))
            {
                JsonFields.Skip(ref reader);
                continue;
            }

            ReadValues(ref reader, count);
            for (int i = 0; i < count; i++)
            {
                _ring.Put(first + i, t, _values[i]);
            }
        }
    }

    private void ReadValues(ref Utf8JsonReader reader, int count)
    {
        JsonFields.Require(reader.Read() && reader.TokenType == JsonTokenType.StartArray);
        for (int i = 0; i < count; i++)
        {
            JsonFields.Require(reader.Read() && reader.TokenType != JsonTokenType.EndArray);
            _values[i] = JsonFields.Number(ref reader);
        }

        JsonFields.Require(reader.Read() && reader.TokenType == JsonTokenType.EndArray);
    }

    private void TakeScalars(ref Utf8JsonReader reader, FeedTopic topic, double t)
    {
        (Word, Source, Episode) = (-1, null, double.NaN);
        int found = 0;
        while (JsonFields.Next(ref reader))
        {
            int scalar = Find(ref reader, topic);
            bool isVerdict = topic == FeedTopic.Verdict && reader.ValueTextEquals("verdict"u8);
            bool isState = topic == FeedTopic.Supervisor && reader.ValueTextEquals("state"u8);
            if (isVerdict || isState)
            {
                reader.Read();
                Word = WordOf(ref reader, isVerdict ? _verdicts : _states);
            }
            else if (topic == FeedTopic.Supervisor && reader.ValueTextEquals("source"u8))
            {
                reader.Read();
                Source = WordOf(ref reader, _sourceBytes) is >= 0 and int source ? _sources[source] : null;
            }
            else if (topic == FeedTopic.Supervisor && reader.ValueTextEquals("episode"u8))
            {
                reader.Read();
                Episode = JsonFields.Number(ref reader);
            }
            else if (scalar >= 0 && found < _found.Length)
            {
                reader.Read();
                _found[found++] = (_scalars[scalar].Signal, JsonFields.Number(ref reader) / _scalars[scalar].Divisor);
            }
            else
            {
                JsonFields.Skip(ref reader);
            }
        }

        foreach ((int signal, double value) in _found.AsSpan(0, found))
        {
            _ring.Put(signal, t, value);
        }
    }

    private int Find(ref Utf8JsonReader reader, FeedTopic topic)
    {
        for (int i = 0; i < _scalars.Length; i++)
        {
            if (_scalars[i].Topic == topic && reader.ValueTextEquals(_scalars[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    private static int WordOf(ref Utf8JsonReader reader, byte[][] words)
    {
        JsonFields.Require(reader.TokenType == JsonTokenType.String);
        for (int i = 0; i < words.Length; i++)
        {
            if (reader.ValueTextEquals(words[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
