using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>
/// Where the chunks of a proxy's recording begin: it has every row of every chunk, whether or not the client came to execute it, so that the last
/// row of one and the first of the next are no motion.
/// </summary>
internal sealed class ChunkStarts
{
    private const string ProxyFact = "interlock.proxy.client";

    private readonly double[] _times;
    private readonly bool _isAll;

    private ChunkStarts(double[] times, bool isAll) => (_times, _isAll) = (times, isAll);

    /// <summary>Null for a recording of a loop, which has what was executed.</summary>
    public static ChunkStarts? Of(EpisodeView view) => view.Session.Facts.ContainsKey(ProxyFact)
        ? new ChunkStarts([.. view.Overview.Chunks.Select(chunk => chunk.TimeS).Order()], view.Overview.Chunks.Count == view.Overview.ChunkCount)
        : null;

    /// <summary>Whether a chunk began after one time and up to another; true where that is not known.</summary>
    public bool IsBetween(double? from, double to)
    {
        int place = Array.BinarySearch(_times, to);
        int after = place >= 0 ? place + 1 : ~place;
        double newest = after > 0 ? _times[after - 1] : double.NegativeInfinity;
        return from is not { } start || newest > start || (!_isAll && after == _times.Length);
    }
}
