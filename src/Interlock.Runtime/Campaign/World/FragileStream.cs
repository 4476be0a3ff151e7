namespace Interlock.Runtime.Campaign.World;

/// <summary>The store of a recording, in memory: it can run full, and it can be closed under its writer.</summary>
internal sealed class FragileStream : MemoryStream
{
    private bool _isClosed;

    /// <summary>Bytes that still fit; null for any number.</summary>
    public long? RoomBytes { get; set; }

    /// <summary>True once a write did not go through.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Closes it under whoever writes.</summary>
    public void Kill() => _isClosed = true;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        HasFailed |= _isClosed || buffer.Length > RoomBytes;
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (buffer.Length > RoomBytes)
        {
            throw new IOException("No space left on device");
        }

        RoomBytes -= buffer.Length;
        base.Write(buffer.ToArray(), 0, buffer.Length);
    }
}
