namespace Interlock.Runtime.Live.Viewers;

/// <summary>Counts who came and went; from any thread.</summary>
internal sealed class ReceptionTally
{
    private long _served;
    private long _refused;
    private long _slow;
    private long _droppedByGone;

    public void Entered() => System.Threading.Interlocked.Increment(ref _served);

    public void Refused() => System.Threading.Interlocked.Increment(ref _refused);

    public void Left(Viewer viewer)
    {
        System.Threading.Interlocked.Add(ref _droppedByGone, viewer.Outbox.Dropped);
        if (viewer.Ended?.Code == LiveCodes.Slow)
        {
            System.Threading.Interlocked.Increment(ref _slow);
        }
    }

    public LiveCounts Snapshot(IReadOnlyList<Viewer> viewers) => new(
        viewers.Count,
        Volatile.Read(ref _served),
        Volatile.Read(ref _refused),
        Volatile.Read(ref _slow),
        Volatile.Read(ref _droppedByGone) + viewers.Sum(viewer => viewer.Outbox.Dropped));
}
