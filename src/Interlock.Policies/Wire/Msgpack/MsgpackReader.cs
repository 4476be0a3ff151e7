using System.Buffers.Binary;

namespace Interlock.Policies.Wire.Msgpack;

/// <summary>Reads msgpack token by token: every type of the format, bounds checked, nothing copied, nothing allocated.</summary>
internal struct MsgpackReader(ReadOnlyMemory<byte> input)
{
    public const string Format = "msgpack";

    private int _position;

    public readonly int Position => _position;

    public readonly bool IsAtEnd => _position == input.Length;

    public MsgpackToken Next()
    {
        int at = _position;
        byte lead = Take(1)[0];
        return lead switch
        {
            <= 0x7f => new MsgpackToken(MsgpackKind.Integer, at, lead),
            <= 0x8f => Group(MsgpackKind.Map, at, lead & 0x0f),
            <= 0x9f => Group(MsgpackKind.List, at, lead & 0x0f),
            <= 0xbf => Content(MsgpackKind.Text, at, lead & 0x1f),
            0xc0 => new MsgpackToken(MsgpackKind.Nil, at),
            0xc1 => throw WireError.At(WireCodes.NotMsgpack, Format, at, "the byte 0xc1 begins no msgpack value"),
            0xc2 or 0xc3 => new MsgpackToken(MsgpackKind.Boolean, at, lead & 1),
            <= 0xc6 => Content(MsgpackKind.Binary, at, Unsigned(1 << (lead - 0xc4))),
            <= 0xc9 => Extension(at, Unsigned(1 << (lead - 0xc7))),
            0xca => new MsgpackToken(MsgpackKind.Number, at, Number: BinaryPrimitives.ReadSingleBigEndian(Take(4))),
            0xcb => new MsgpackToken(MsgpackKind.Number, at, Number: BinaryPrimitives.ReadDoubleBigEndian(Take(8))),
            <= 0xcf => new MsgpackToken(MsgpackKind.Integer, at, Unsigned(1 << (lead - 0xcc))),
            <= 0xd3 => new MsgpackToken(MsgpackKind.Integer, at, Signed(1 << (lead - 0xd0))),
            <= 0xd8 => Extension(at, 1UL << (lead - 0xd4)),
            <= 0xdb => Content(MsgpackKind.Text, at, Unsigned(1 << (lead - 0xd9))),
            <= 0xdd => Group(MsgpackKind.List, at, Unsigned(2 << (lead - 0xdc))),
            <= 0xdf => Group(MsgpackKind.Map, at, Unsigned(2 << (lead - 0xde))),
            _ => new MsgpackToken(MsgpackKind.Integer, at, (sbyte)lead),
        };
    }

    /// <summary>Steps over one value with everything inside; no recursion, so no depth is too much.</summary>
    public void Skip()
    {
        long pending = 1;
        while (pending > 0)
        {
            MsgpackToken token = Next();
            pending += token.Count * (token.Kind == MsgpackKind.Map ? 2L : 1L);
            pending--;
        }
    }

    public readonly void RequireEnd()
    {
        if (!IsAtEnd)
        {
            throw WireError.At(WireCodes.TrailingBytes, Format, _position, $"{input.Length - _position} bytes follow the value");
        }
    }

    private readonly MsgpackToken Group(MsgpackKind kind, int at, ulong count)
    {
        // Every item takes at least one byte: a count beyond that is a lie, found before room for it is made.
        ulong leastBytes = kind == MsgpackKind.Map ? 2 * count : count;
        int left = input.Length - _position;
        return leastBytes <= (ulong)left
            ? new MsgpackToken(kind, at, Count: (int)count)
            : throw WireError.Truncated(Format, at, (long)leastBytes, left);
    }

    private readonly MsgpackToken Group(MsgpackKind kind, int at, int count) => Group(kind, at, (ulong)count);

    private MsgpackToken Content(MsgpackKind kind, int at, ulong length) => new(kind, at, Content: TakeMemory(length));

    private MsgpackToken Content(MsgpackKind kind, int at, int length) => Content(kind, at, (ulong)length);

    private MsgpackToken Extension(int at, ulong length)
    {
        sbyte type = (sbyte)Take(1)[0];
        return new MsgpackToken(MsgpackKind.Extension, at, type, Content: TakeMemory(length));
    }

    private ulong Unsigned(int bytes)
    {
        ulong value = 0;
        foreach (byte next in Take(bytes))
        {
            value = (value << 8) | next;
        }

        return value;
    }

    private long Signed(int bytes)
    {
        int unusedBits = 64 - (8 * bytes);
        return (long)(Unsigned(bytes) << unusedBits) >> unusedBits;
    }

    private ReadOnlySpan<byte> Take(int count) => TakeMemory((ulong)count).Span;

    private ReadOnlyMemory<byte> TakeMemory(ulong count)
    {
        int left = input.Length - _position;
        if (count > (ulong)left)
        {
            throw WireError.Truncated(Format, _position, (long)Math.Min(count, long.MaxValue), left);
        }

        ReadOnlyMemory<byte> taken = input.Slice(_position, (int)count);
        _position += (int)count;
        return taken;
    }
}
