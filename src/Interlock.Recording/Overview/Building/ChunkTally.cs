namespace Interlock.Recording.Overview.Building;

/// <summary>Counts the answers of the policy and keeps the first.</summary>
internal sealed class ChunkTally
{
    public List<(long Ns, int Rows, double? LatencyMs, bool HasSeam)> First { get; } = [];

    public long Count { get; private set; }

    public long Seams { get; private set; }

    public void Add(long ns, int rows, double? latencyMs, bool hasSeam)
    {
        Count++;
        Seams += hasSeam ? 1 : 0;
        if (First.Count < OverviewLimits.Chunks)
        {
            First.Add((ns, rows, latencyMs, hasSeam));
        }
    }
}
