namespace Interlock.Policies.Wire.Protobuf;

/// <summary>Fields of a protobuf message; unknown ones are skipped. Source: protobuf encoding specification.</summary>
internal struct ProtoReader(ReadOnlyMemory<byte> message)
{
    public const string Format = "protobuf";
    private const int VarintType = 0;
    private const int Fixed64Type = 1;
    private const int BytesType = 2;
    private const int Fixed32Type = 5;

    private int _position;
    private int _wireType;

    public bool TryReadField(out int field)
    {
        field = 0;
        if (_position == message.Length)
        {
            return false;
        }

        int at = _position;
        ulong tag = Varint();
        (field, _wireType) = ((int)(tag >> 3), (int)(tag & 7));
        return tag >> 3 is > 0 and < 1UL << 29 ? true : throw Malformed(at, "a field number outside 1 to 2²⁹ − 1");
    }

    public int Enumeration() => _wireType == VarintType ? (int)(uint)Varint() : throw Malformed(_position, "a number was expected");

    public ReadOnlyMemory<byte> Bytes() => _wireType == BytesType ? Take(Varint()) : throw Malformed(_position, "bytes were expected");

    public void Skip()
    {
        switch (_wireType)
        {
            case VarintType:
                Varint();
                break;
            case Fixed64Type:
                Take(sizeof(ulong));
                break;
            case BytesType:
                Take(Varint());
                break;
            case Fixed32Type:
                Take(sizeof(uint));
                break;
            default:
                throw Malformed(_position, $"wire type {_wireType} is not used by any message");
        }
    }

    private ulong Varint()
    {
        const int MostBytes = 10;
        ulong value = 0;
        for (int i = 0; i < MostBytes; i++)
        {
            byte next = Take(1).Span[0];
            value |= (ulong)(next & 0x7f) << (7 * i);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Malformed(_position, $"a number of more than {MostBytes} bytes");
    }

    private ReadOnlyMemory<byte> Take(ulong count)
    {
        int left = message.Length - _position;
        if (count > (ulong)left)
        {
            throw WireError.Truncated(Format, _position, (long)Math.Min(count, long.MaxValue), left);
        }

        ReadOnlyMemory<byte> taken = message.Slice(_position, (int)count);
        _position += (int)count;
        return taken;
    }

    private static Core.Diagnostics.DiagnosticException Malformed(int at, string message) =>
        WireError.At(WireCodes.Protobuf, Format, at, message);
}
