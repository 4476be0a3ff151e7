using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Web.Episodes.OtherContract;

/// <summary>
/// What the guard let through with another contract, step by step where that fits into the room, else the smallest and the largest of so many steps.
/// Filled by one thread, then read by many.
/// </summary>
internal sealed class OtherCommands(int channels, long steps, double rateHz)
{
    /// <summary>A recording of 10^6 steps and 7 channels fits step by step; ours.</summary>
    private const long RoomBytes = 64 << 20;

    // A value holds until the next step; where that is later than this many periods there is a gap. As recorded signals are drawn.
    private const double HeldPeriods = 1.5;

    private readonly int _group = (int)Math.Max(1, ((steps * Math.Max(1, channels) * 2 * sizeof(float)) + RoomBytes - 1) / RoomBytes);
    private readonly List<double> _times = [];
    private readonly List<float> _lows = [];
    private readonly List<float> _highs = [];
    private int _inGroup;

    /// <summary>Steps that stand together.</summary>
    public int Group => _group;

    /// <param name="t">s since the start, above the last.</param>
    /// <param name="command">Empty leaves a gap.</param>
    public void Add(double t, ReadOnlySpan<double> command)
    {
        if (_inGroup == 0)
        {
            _times.Add(t);
            _lows.AddRange(Enumerable.Repeat(float.NaN, channels));
            _highs.AddRange(Enumerable.Repeat(float.NaN, channels));
        }

        _inGroup = (_inGroup + 1) % _group;
        int first = _lows.Count - channels;
        for (int i = 0; i < command.Length; i++)
        {
            float value = (float)command[i];
            _lows[first + i] = _lows[first + i] <= value ? _lows[first + i] : value;
            _highs[first + i] = _highs[first + i] >= value ? _highs[first + i] : value;
        }
    }

    /// <summary>Channels over a span of time, as <see cref="EpisodeView.Slice"/> has recorded ones.</summary>
    public IReadOnlyList<SignalSlice> Slice(IReadOnlyList<int> wanted, double t0, double t1, int buckets) => [.. wanted.Select(channel => Slice(channel, t0, t1, buckets))];

    private SignalSlice Slice(int channel, double t0, double t1, int buckets)
    {
        float[] lows = Empty(buckets), highs = Empty(buckets);
        double bucketS = (t1 - t0) / buckets, heldS = HeldPeriods * _group / rateHz;
        int held = (int)Math.Min(buckets, Math.Ceiling(heldS / bucketS));
        for (int i = First(t0 - heldS); i < _times.Count && _times[i] < t1; i++)
        {
            int place = (i * channels) + channel;
            int bucket = (int)Math.Floor((_times[i] - t0) / bucketS);
            double until = Math.Min(i + 1 < _times.Count ? _times[i + 1] : double.MaxValue, _times[i] + (held * bucketS));
            Take(Math.Min(bucket, buckets - 1), _lows[place], _highs[place]);
            for (int next = bucket + 1; next < Math.Min(buckets, (until - t0) / bucketS) && next < bucket + held; next++)
            {
                Take(next, _highs[place], _highs[place]);
            }
        }

        return new SignalSlice(lows, highs);

        void Take(int bucket, float low, float high)
        {
            if (bucket >= 0 && !float.IsNaN(low))
            {
                lows[bucket] = lows[bucket] <= low ? lows[bucket] : low;
                highs[bucket] = highs[bucket] >= high ? highs[bucket] : high;
            }
        }
    }

    private int First(double t)
    {
        int found = _times.BinarySearch(t);
        return Math.Max(0, found < 0 ? ~found : found);
    }

    private static float[] Empty(int buckets)
    {
        float[] values = new float[buckets];
        Array.Fill(values, float.NaN);
        return values;
    }
}
