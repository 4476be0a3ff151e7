using System.Net.Sockets;
using Interlock.Core.Randomness;
using Interlock.Runtime.Proxies.Connections;

namespace Interlock.Runtime.Tests.Proxies.Connections;

/// <summary>A peer that sends what it was given, in portions of any size, and then goes. The socket is never asked.</summary>
internal sealed class BytesChannel(Socket socket, byte[] bytes, SeededRandom random) : Channel(socket)
{
    private const int LargestPortion = 64;

    private int _at;

    public long Sent { get; private set; }

    public override bool HasReady => true;

    public override int TryReceive(Span<byte> room)
    {
        int count = Math.Min(Math.Min(1 + random.NextInt(LargestPortion), room.Length), bytes.Length - _at);
        bytes.AsSpan(_at, count).CopyTo(room);
        _at += count;
        return count;
    }

    public override void Send(ReadOnlySpan<byte> bytes) => Sent += bytes.Length;
}
