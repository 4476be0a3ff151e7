using System.Buffers.Binary;
using System.Text;
using Interlock.Core.Randomness;
using Interlock.Runtime.Proxies.Connections;

namespace Interlock.Runtime.Proxies.WebSockets;

/// <summary>Sends frames of our own making to one peer.</summary>
/// <param name="channel">The connection.</param>
/// <param name="masks">Gives the masks of a client's frames; null for a server's.</param>
internal sealed class FrameWriter(Channel channel, SeededRandom? masks)
{
    private const int CodeBytes = 2;

    /// <summary>Sends a whole message or a control frame.</summary>
    public void Send(Opcode opcode, ReadOnlySpan<byte> payload)
    {
        uint? mask = masks is null ? null : (uint)masks.NextBits();
        byte[] whole = new byte[FrameHeader.MostBytes + payload.Length];
        int header = FrameHeader.WriteBefore(whole.AsSpan(0, FrameHeader.MostBytes), opcode, payload.Length, mask);
        Span<byte> sent = whole.AsSpan(FrameHeader.MostBytes);
        payload.CopyTo(sent);
        if (mask is { } key)
        {
            FrameMask.Apply(sent, key, 0);
        }

        channel.Send(whole.AsSpan(FrameHeader.MostBytes - header));
    }

    /// <summary>Sends a close.</summary>
    /// <param name="code">Why.</param>
    /// <param name="reason">In at most 123 bytes.</param>
    public void Close(int code, string reason = "")
    {
        byte[] payload = new byte[CodeBytes + Encoding.UTF8.GetByteCount(reason)];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        Encoding.UTF8.GetBytes(reason, payload.AsSpan(CodeBytes));
        Send(Opcode.Close, payload);
    }
}
