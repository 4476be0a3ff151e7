namespace Interlock.Runtime.Loop;

/// <summary>
/// Shows the newest command to other threads. One writer, which never waits; a reader that meets a write looks again (a sequence lock: odd
/// while a write is under way).
/// </summary>
internal sealed class CommandWindow(int channels)
{
    private readonly double[] _command = new double[channels];
    private long _sequence;

    /// <summary>For the control thread.</summary>
    public void Show(ReadOnlySpan<double> command)
    {
        Volatile.Write(ref _sequence, _sequence + 1);
        System.Threading.Interlocked.MemoryBarrier();
        command.CopyTo(_command);
        System.Threading.Interlocked.MemoryBarrier();
        Volatile.Write(ref _sequence, _sequence + 1);
    }

    /// <summary>Copies the newest command; false before the first. From any thread.</summary>
    public bool TryLook(Span<double> command)
    {
        while (true)
        {
            long before = Volatile.Read(ref _sequence);
            if (before == 0)
            {
                return false;
            }

            System.Threading.Interlocked.MemoryBarrier();
            _command.CopyTo(command);
            System.Threading.Interlocked.MemoryBarrier();
            if (before % 2 == 0 && Volatile.Read(ref _sequence) == before)
            {
                return true;
            }
        }
    }
}
