namespace Interlock.Recording.Overview.Building;

/// <summary>Lows and highs of every signal in at most a budget of buckets. When time outgrows them, pairs merge and a bucket is twice as long.</summary>
internal sealed class BucketStore
{
    private const int FirstCapacity = 1024;

    private readonly int _budget;
    private readonly float[][] _lows;
    private readonly float[][] _highs;

    public BucketStore(int signals, int budget, long bucketNs)
    {
        _budget = budget;
        BucketNs = bucketNs;
        _lows = new float[signals][];
        _highs = new float[signals][];
        for (int i = 0; i < signals; i++)
        {
            _lows[i] = new float[Math.Min(budget, FirstCapacity)];
            _highs[i] = new float[Math.Min(budget, FirstCapacity)];
        }
    }

    public long BucketNs { get; private set; }

    /// <summary>Buckets that are closed.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<float> Lows(int signal) => _lows[signal].AsSpan(0, Count);

    public ReadOnlySpan<float> Highs(int signal) => _highs[signal].AsSpan(0, Count);

    /// <summary>Bucket of a time, after as many mergers as it takes for it to have one.</summary>
    public int Reach(long ns)
    {
        while (ns / BucketNs >= _budget)
        {
            Merge();
        }

        return (int)(ns / BucketNs);
    }

    /// <summary>Puts the open buckets of all signals at a place; merges them into what lies there, leaves gaps before it.</summary>
    public void Put(int bucket, ReadOnlySpan<SignalTally> open)
    {
        bool isNew = bucket >= Count;
        if (isNew)
        {
            Extend(bucket + 1);
        }

        for (int i = 0; i < open.Length; i++)
        {
            _lows[i][bucket] = isNew ? (float)open[i].Low : Lower(_lows[i][bucket], (float)open[i].Low);
            _highs[i][bucket] = isNew ? (float)open[i].High : Higher(_highs[i][bucket], (float)open[i].High);
        }
    }

    public void Merge()
    {
        int merged = (Count + 1) / 2;
        for (int i = 0; i < _lows.Length; i++)
        {
            Merge(_lows[i], Lower);
            Merge(_highs[i], Higher);
        }

        Count = merged;
        BucketNs = checked(2 * BucketNs);
    }

    private static float Lower(float a, float b) => b < a || float.IsNaN(a) ? b : a;

    private static float Higher(float a, float b) => b > a || float.IsNaN(a) ? b : a;

    private void Merge(float[] row, Func<float, float, float> better)
    {
        for (int i = 0; i < Count / 2; i++)
        {
            row[i] = better(row[2 * i], row[(2 * i) + 1]);
        }

        if (Count % 2 == 1)
        {
            row[Count / 2] = row[Count - 1];
        }
    }

    private void Extend(int count)
    {
        int capacity = _lows[0].Length;
        int wanted = count <= capacity ? capacity : Math.Min(_budget, Math.Max(count, 2 * capacity));
        for (int i = 0; i < _lows.Length; i++)
        {
            if (wanted > capacity)
            {
                Array.Resize(ref _lows[i], wanted);
                Array.Resize(ref _highs[i], wanted);
            }

            _lows[i].AsSpan(Count, count - Count).Fill(float.NaN);
            _highs[i].AsSpan(Count, count - Count).Fill(float.NaN);
        }

        Count = count;
    }
}
