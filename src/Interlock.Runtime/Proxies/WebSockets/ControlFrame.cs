using System.Buffers.Binary;
using System.Text.Unicode;

namespace Interlock.Runtime.Proxies.WebSockets;

/// <summary>The newest control frame of a peer. Source: RFC 6455, sections 5.5 and 7.4.</summary>
internal sealed class ControlFrame(string peer)
{
    private const int CodeBytes = 2;

    private readonly byte[] _payload = new byte[FrameHeader.MostControlBytes];
    private int _length;

    public ReadOnlySpan<byte> Payload => _payload.AsSpan(0, _length);

    /// <summary>Why the peer closes; null where it did not say.</summary>
    public int? CloseCode => _length >= CodeBytes ? BinaryPrimitives.ReadUInt16BigEndian(_payload) : null;

    /// <summary>Takes in the payload; null when bytes of it are still to come.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT240: a close that is none.</exception>
    public FrameStep? TryTake(FrameHeader header, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < header.Length)
        {
            return null;
        }

        _length = (int)header.Length;
        bytes[.._length].CopyTo(_payload);
        if (header.Mask is { } mask)
        {
            FrameMask.Apply(_payload.AsSpan(0, _length), mask, 0);
        }

        if (header.Opcode != Opcode.Close)
        {
            return header.Opcode == Opcode.Ping ? FrameStep.Ping : FrameStep.NeedsMore;
        }

        bool isGood = _length == 0 || (CloseCode is { } code && IsCode(code) && Utf8.IsValid(Payload[CodeBytes..]));
        return isGood ? FrameStep.Close : throw FrameHeader.Broken(peer, "a close with a code or a reason that cannot be");
    }

    // 1004 to 1006 and 1015 are for programs alone and never sent.
    private static bool IsCode(int code) => code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
}
