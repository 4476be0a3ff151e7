using System.Buffers.Binary;

namespace Interlock.Recording.Mcap.Wire;

/// <summary>A growing, reusable run of bytes into which records are written. Grows by doubling, never shrinks.</summary>
internal sealed class RecordBuffer(int capacity)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    /// <summary>Bytes added to every record that the specification allows to grow; readers must ignore them. Empty but in conformance tests.</summary>
    public byte[] Padding { get; init; } = [];

    public Span<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Room for <paramref name="count"/> more bytes, counted as written.</summary>
    public Span<byte> Take(int count)
    {
        int length = checked(Length + count);
        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(2L * _bytes.Length, length), Array.MaxLength));
        }

        Span<byte> taken = _bytes.AsSpan(Length, count);
        Length = length;
        return taken;
    }

    /// <summary>Writes the opcode and leaves room for the length; give the result to <see cref="End"/>.</summary>
    public int Begin(Opcode opcode)
    {
        int start = Length;
        Take(McapFormat.RecordHeadBytes)[0] = (byte)opcode;
        return start;
    }

    /// <summary>Closes a record that later versions of the format may extend.</summary>
    public void EndExtensible(int start)
    {
        Raw(Padding);
        End(start);
    }

    /// <summary>Fills in the length of the record that began at <paramref name="start"/>.</summary>
    public void End(int start) =>
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(start + 1), (ulong)(Length - start - McapFormat.RecordHeadBytes));

    public void Byte(byte value) => Take(1)[0] = value;

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(sizeof(uint)), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), value);

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Bytes32(ReadOnlySpan<byte> bytes)
    {
        UInt32((uint)bytes.Length);
        Raw(bytes);
    }

    public void Text(string text)
    {
        int bytes = System.Text.Encoding.UTF8.GetByteCount(text);
        UInt32((uint)bytes);
        System.Text.Encoding.UTF8.GetBytes(text, Take(bytes));
    }

    /// <summary>Pairs in ordinal order of their keys, so that equal maps give equal bytes.</summary>
    public void Map(IReadOnlyDictionary<string, string> map)
    {
        int start = Length;
        UInt32(0);
        foreach ((string key, string value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Text(key);
            Text(value);
        }

        CloseArray(start);
    }

    /// <summary>Fills in the byte length of an array or map whose length field is at <paramref name="start"/>.</summary>
    public void CloseArray(int start) =>
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(start), (uint)(Length - start - sizeof(uint)));
}
