using System.Runtime.InteropServices;

namespace Interlock.Recording.Flight.Steps;

/// <summary>A counter that one thread writes and another reads, alone on its cache lines so that the two do not slow each other.</summary>
[StructLayout(LayoutKind.Explicit, Size = 2 * CacheLineBytes)]
internal struct PaddedCounter
{
    // Of x86-64; two lines, because neighbours are fetched in pairs.
    private const int CacheLineBytes = 64;

    [FieldOffset(CacheLineBytes)]
    private long _value;

    /// <summary>For the thread that writes it.</summary>
    public readonly long Own() => _value;

    /// <summary>For the other thread: what was written before the value is visible after it.</summary>
    public long Read() => Volatile.Read(ref _value);

    public void Publish(long value) => Volatile.Write(ref _value, value);
}
