using System.Buffers.Binary;
using System.Text;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>The operands of opcodes, bounds checked.</summary>
internal sealed class PickleCursor(ReadOnlyMemory<byte> input, int start, AllocationBudget budget)
{
    public const string Format = "pickle";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public int Position { get; private set; } = start;

    public int Left => input.Length - Position;

    public byte Byte()
    {
        if (Left == 0)
        {
            throw WireError.Truncated(Format, Position, 1, 0);
        }

        return input.Span[Position++];
    }

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2).Span);

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4).Span);

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span);

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8).Span);

    public double BigEndianDouble() => BinaryPrimitives.ReadDoubleBigEndian(Take(8).Span);

    public ReadOnlyMemory<byte> Take(ulong count)
    {
        if (count > (ulong)Left)
        {
            throw WireError.Truncated(Format, Position, (long)Math.Min(count, long.MaxValue), Left);
        }

        ReadOnlyMemory<byte> taken = input.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    public string Text(ulong length)
    {
        int at = Position;
        ReadOnlyMemory<byte> utf8 = Take(length);
        budget.ChargeText(utf8.Length, at);
        try
        {
            return StrictUtf8.GetString(utf8.Span);
        }
        catch (DecoderFallbackException)
        {
            throw WireError.At(WireCodes.NotText, Format, at, "the text is not UTF-8");
        }
    }

    public string Line()
    {
        int length = input.Span[Position..].IndexOf((byte)'\n');
        string text = Text((ulong)(length < 0 ? Left + 1L : length));
        Take(1);
        return text;
    }

    public Int128 TwosComplement(int bytes)
    {
        const int MostBytes = 16;
        if (bytes > MostBytes)
        {
            throw WireError.At(WireCodes.TooLarge, Format, Position, $"an integer of {bytes} bytes; at most {MostBytes} are carried");
        }

        Span<byte> whole = stackalloc byte[MostBytes];
        ReadOnlySpan<byte> given = Take((ulong)bytes).Span;
        whole.Fill(bytes > 0 && (given[^1] & 0x80) != 0 ? (byte)0xff : (byte)0);
        given.CopyTo(whole);
        return BinaryPrimitives.ReadInt128LittleEndian(whole);
    }
}
