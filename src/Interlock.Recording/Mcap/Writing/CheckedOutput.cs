using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Writing;

/// <summary>The stream with its running position and checksum. After a failed write nothing more is written.</summary>
internal sealed class CheckedOutput(Stream stream)
{
    public ulong Position { get; private set; }

    public uint Crc { get; private set; }

    public bool IsBroken { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(IsBroken, this);
        IsBroken = true;
        stream.Write(bytes);
        IsBroken = false;
        Position += (ulong)bytes.Length;
        Crc = Crc32.Append(Crc, bytes);
    }

    public void Flush() => stream.Flush();
}
