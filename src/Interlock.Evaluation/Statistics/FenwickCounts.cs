namespace Interlock.Evaluation.Statistics;

/// <summary>Counts per rank with prefix sums in O(log n) (Fenwick 1994).</summary>
internal sealed class FenwickCounts(int ranks)
{
    private readonly long[] _tree = new long[ranks + 1];

    /// <param name="rank">0 to ranks − 1.</param>
    /// <param name="count">May be negative, to take counts away.</param>
    public void Add(int rank, long count)
    {
        for (int node = rank + 1; node < _tree.Length; node += node & -node)
        {
            _tree[node] += count;
        }
    }

    /// <summary>Sum of the counts of all ranks smaller than <paramref name="rank"/>.</summary>
    public long Below(int rank)
    {
        long sum = 0;
        for (int node = rank; node > 0; node -= node & -node)
        {
            sum += _tree[node];
        }

        return sum;
    }

    public void Clear() => Array.Clear(_tree);
}
