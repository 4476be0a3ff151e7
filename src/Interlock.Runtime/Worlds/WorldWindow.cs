namespace Interlock.Runtime.Worlds;

/// <summary>
/// Shows the newest <see cref="WorldObservation"/> to other threads. One writer, which never waits; a reader that meets a write looks again
/// (a sequence lock: odd while a write is under way).
/// </summary>
internal sealed class WorldWindow
{
    private int _version;
    private WorldObservation _now;

    public void Show(in WorldObservation now)
    {
        _version++;
        Thread.MemoryBarrier();
        _now = now;
        Thread.MemoryBarrier();
        _version++;
    }

    public WorldObservation Look()
    {
        while (true)
        {
            int before = Volatile.Read(ref _version);
            Thread.MemoryBarrier();
            WorldObservation seen = _now;
            Thread.MemoryBarrier();
            if ((before & 1) == 0 && before == Volatile.Read(ref _version))
            {
                return seen;
            }

            Thread.SpinWait(1);
        }
    }
}
