using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>The last minute of every signal: smallest and largest value of each bucket of time, in memory that does not grow. Not thread-safe.</summary>
internal sealed class LiveRing : ISignalSink
{
    /// <summary>A picture of 200 points a second is finer than any screen shows; ours.</summary>
    public const double ShortestBucketS = 0.005;

    private const double LongestBucketS = 1;
    private const double KeptS = 60;

    // Lows and highs together; with more signals less than a minute is kept.
    private const int MostFloats = 1 << 24;

    // A tick that is a little early or late leaves a bucket empty; that is no gap.
    private const int HeldBuckets = 3;
    private const double LatestS = 1e9;

    private readonly int _capacity;
    private readonly float[] _lows;
    private readonly float[] _highs;
    private readonly (long Bucket, float Value)[] _last;
    private long _begin = -1;

    public LiveRing(int signals, double rateHz, int share = 1)
    {
        BucketS = Math.Clamp(1 / rateHz, ShortestBucketS, LongestBucketS);
        _capacity = Math.Clamp((int)(KeptS / BucketS), 2, Math.Max(2, MostFloats / share / (2 * Math.Max(1, signals))));
        _lows = new float[signals * _capacity];
        _highs = new float[signals * _capacity];
        _last = new (long, float)[signals];
        Array.Fill(_lows, float.NaN);
        Array.Fill(_highs, float.NaN);
        Array.Fill(_last, (-1, float.NaN));
    }

    /// <summary>Length of a bucket, s. Bucket i covers [i·BucketS, (i + 1)·BucketS).</summary>
    public double BucketS { get; }

    /// <summary>The oldest bucket that is kept.</summary>
    public long Begin => Math.Max(Math.Max(_begin, 0), End - _capacity);

    /// <summary>The bucket behind the newest.</summary>
    public long End { get; private set; }

    /// <param name="signal">Its place.</param>
    /// <param name="t">s since the start; a time before it, or older than what is kept, is passed over.</param>
    /// <param name="value">What is no number leaves a gap.</param>
    public void Put(int signal, double t, double value)
    {
        if (!(t >= 0 && t < LatestS) || !double.IsFinite(value))
        {
            return;
        }

        long bucket = (long)(t / BucketS);
        Reach(bucket);
        if (bucket < Begin)
        {
            return;
        }

        Hold(signal, bucket, (float)value);
        Merge(At(signal, bucket), (float)value);
    }

    /// <summary>Forgets what was said of the time from <paramref name="t"/> on: what comes now replaces it. Returns its first bucket.</summary>
    public long Forget(double t)
    {
        long from = Math.Clamp((long)(t / BucketS), Begin, End);
        for (long bucket = from; bucket < End; bucket++)
        {
            for (int signal = 0; signal < _last.Length; signal++)
            {
                int at = At(signal, bucket);
                (_lows[at], _highs[at]) = (float.NaN, float.NaN);
            }
        }

        for (int signal = 0; signal < _last.Length; signal++)
        {
            _last[signal] = _last[signal].Bucket >= from ? (-1, _last[signal].Value) : _last[signal];
        }

        return from;
    }

    /// <summary>All signals from one bucket to another.</summary>
    public IReadOnlyList<SignalSlice> Slice(long from, long until)
    {
        SignalSlice[] slices = new SignalSlice[_last.Length];
        int count = (int)(until - from);
        for (int signal = 0; signal < slices.Length; signal++)
        {
            float[] lows = new float[count], highs = new float[count];
            for (int i = 0; i < count; i++)
            {
                int at = At(signal, from + i);
                (lows[i], highs[i]) = (_lows[at], _highs[at]);
            }

            slices[signal] = new SignalSlice(lows, highs);
        }

        return slices;
    }

    /// <summary>The newest value of a signal; null before the first.</summary>
    public double? Newest(int signal) => _last[signal].Bucket < 0 ? null : _last[signal].Value;

    private int At(int signal, long bucket) => (signal * _capacity) + (int)(bucket % _capacity);

    private void Merge(int at, float value)
    {
        // A comparison with NaN is false: the first value of a bucket is taken.
        _lows[at] = _lows[at] <= value ? _lows[at] : value;
        _highs[at] = _highs[at] >= value ? _highs[at] : value;
    }

    private void Hold(int signal, long bucket, float value)
    {
        (long last, float held) = _last[signal];
        for (long empty = last + 1; last >= 0 && bucket - last <= HeldBuckets && empty < bucket; empty++)
        {
            Merge(At(signal, empty), held);
        }

        _last[signal] = bucket >= last ? (bucket, value) : _last[signal];
    }

    private void Reach(long bucket)
    {
        _begin = _begin < 0 ? bucket : _begin;
        for (long next = Math.Max(End, bucket - _capacity + 1); next <= bucket; next++)
        {
            for (int signal = 0; signal < _last.Length; signal++)
            {
                int at = At(signal, next);
                (_lows[at], _highs[at]) = (float.NaN, float.NaN);
            }
        }

        End = Math.Max(End, bucket + 1);
    }
}
