namespace Interlock.Policies.Wire.Protobuf;

/// <summary>
/// The messages of the LeRobot service. <c>Observation</c> (and Transition, Parameters, InteractionMessage) has a state in field 1 and bytes
/// in field 2; <c>Actions</c> and <c>PolicySetup</c> have bytes in field 1; <c>Empty</c> has nothing.
/// </summary>
public static class TransportMessage
{
    private const int FirstField = 1;
    private const int SecondField = 2;
    private const int BytesType = 2;
    private const int MostVarintBytes = 5;

    /// <summary>Reads an Observation piece; the data is a slice of the message.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO001, PO050.</exception>
    public static TransferPiece ReadPiece(ReadOnlyMemory<byte> message)
    {
        ProtoReader reader = new(message);
        TransferPiece piece = default;
        while (reader.TryReadField(out int field))
        {
            switch (field)
            {
                case FirstField:
                    piece = piece with { State = (TransferState)reader.Enumeration() };
                    break;
                case SecondField:
                    piece = piece with { Data = reader.Bytes() };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return piece;
    }

    /// <summary>Reads Actions or PolicySetup; the data is a slice of the message.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO001, PO050.</exception>
    public static ReadOnlyMemory<byte> ReadData(ReadOnlyMemory<byte> message)
    {
        ProtoReader reader = new(message);
        ReadOnlyMemory<byte> data = default;
        while (reader.TryReadField(out int field))
        {
            if (field == FirstField)
            {
                data = reader.Bytes();
            }
            else
            {
                reader.Skip();
            }
        }

        return data;
    }

    /// <summary>Reads Empty: any fields in it are skipped.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO001, PO050.</exception>
    public static void ReadEmpty(ReadOnlyMemory<byte> message)
    {
        ProtoReader reader = new(message);
        while (reader.TryReadField(out _))
        {
            reader.Skip();
        }
    }

    /// <summary>Appends an Observation piece.</summary>
    public static void Write(TransferPiece piece, WireBuffer buffer)
    {
        if (piece.State != TransferState.Unknown)
        {
            buffer.Add(FirstField << 3);
            buffer.Add((byte)piece.State);
        }

        WriteBytes(SecondField, piece.Data.Span, buffer);
    }

    /// <summary>Appends Actions or PolicySetup.</summary>
    public static void Write(ReadOnlySpan<byte> data, WireBuffer buffer) => WriteBytes(FirstField, data, buffer);

    // A field at its default is left out, as proto3 does.
    private static void WriteBytes(int field, ReadOnlySpan<byte> data, WireBuffer buffer)
    {
        if (data.IsEmpty)
        {
            return;
        }

        Span<byte> varint = stackalloc byte[MostVarintBytes];
        int bytes = 0;
        for (uint left = (uint)data.Length; left > 0; left >>= 7)
        {
            varint[bytes++] = (byte)((left & 0x7f) | (left > 0x7f ? 0x80u : 0));
        }

        buffer.Add((byte)((field << 3) | BytesType));
        buffer.Add(varint[..bytes]);
        buffer.Add(data);
    }
}
