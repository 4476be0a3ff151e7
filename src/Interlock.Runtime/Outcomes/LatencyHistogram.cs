using System.Numerics;

namespace Interlock.Runtime.Outcomes;

/// <summary>
/// A histogram of durations of fixed size: 16 buckets to each doubling of nanoseconds, so a quantile is right to within 6.25 % and never
/// reported too small. Adding allocates nothing.
/// </summary>
public sealed class LatencyHistogram
{
    private const int BitsPerDoubling = 4;
    private const int BucketsPerDoubling = 1 << BitsPerDoubling;
    private const int Doublings = 64 - BitsPerDoubling;

    /// <summary>Buckets, whatever was added.</summary>
    internal const int BucketCount = Doublings * BucketsPerDoubling;

    private readonly long[] _counts = new long[BucketCount];

    /// <summary>Durations taken in.</summary>
    public long Count { get; private set; }

    /// <summary>The longest, ns; 0 before the first.</summary>
    public long MaxNs { get; private set; }

    /// <summary>All durations together, ns.</summary>
    internal long SumNs { get; private set; }

    /// <summary>Durations below zero, which only a broken clock gives; counted as zero.</summary>
    public long Negative { get; private set; }

    /// <summary>Takes a duration in, ns.</summary>
    public void Add(long durationNs)
    {
        Negative += durationNs < 0 ? 1 : 0;
        long value = Math.Max(0, durationNs);
        _counts[BucketOf(value)]++;
        Count++;
        SumNs += value;
        MaxNs = Math.Max(MaxNs, value);
    }

    /// <summary>The duration that a share of all did not exceed, ns, rounded up to its bucket's end; null before the first.</summary>
    /// <param name="level">Above 0 and at most 1.</param>
    public long? QuantileNs(double level)
    {
        if (Count == 0)
        {
            return null;
        }

        long rank = Math.Clamp((long)Math.Ceiling(level * Count), 1, Count);
        int bucket = 0;
        for (long seen = _counts[0]; seen < rank; seen += _counts[bucket])
        {
            bucket++;
        }

        return Math.Min(EndOf(bucket), MaxNs);
    }

    /// <summary>
    /// Copies how many fell into each bucket. From any thread while one adds: every count is one that was true, and none goes back later.
    /// </summary>
    internal void CopyCounts(Span<long> counts)
    {
        for (int i = 0; i < BucketCount; i++)
        {
            counts[i] = Volatile.Read(ref _counts[i]);
        }
    }

    /// <summary>The longest duration of a bucket, ns.</summary>
    internal static long EndOf(int bucket)
    {
        if (bucket < BucketsPerDoubling)
        {
            return bucket;
        }

        int shift = (bucket / BucketsPerDoubling) - 1;
        long start = (long)(BucketsPerDoubling + (bucket % BucketsPerDoubling)) << shift;
        return start + ((1L << shift) - 1);
    }

    private static int BucketOf(long value)
    {
        if (value < BucketsPerDoubling)
        {
            return (int)value;
        }

        int shift = BitOperations.Log2((ulong)value) - BitsPerDoubling;
        return ((shift + 1) * BucketsPerDoubling) + (int)((value >> shift) - BucketsPerDoubling);
    }
}
