namespace Interlock.Native.Handles;

/// <summary>A place in the table: what lives there now, and whether a thread is inside.</summary>
internal sealed class HandleSlot
{
    private int _isUsed;

    /// <summary>The handle under which the content is known; changes each time the place is used again.</summary>
    public ulong Handle { get; set; }

    public object? Content { get; set; }

    public bool TryEnter() => System.Threading.Interlocked.CompareExchange(ref _isUsed, 1, 0) == 0;

    public void Leave() => Volatile.Write(ref _isUsed, 0);
}
