using System.Buffers.Binary;
using System.Text.Unicode;

namespace Interlock.Recording.Mcap.Wire;

/// <summary>Reads the fields of one record; every length is checked against what is left.</summary>
/// <param name="bytes">Content of the record.</param>
/// <param name="offset">Where the content begins in the file, for findings.</param>
/// <param name="file">The file as the user named it.</param>
internal ref struct FieldReader(ReadOnlySpan<byte> bytes, long offset, string? file)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly long Offset => offset + _position;

    public readonly string? File => file;

    public readonly ReadOnlySpan<byte> Rest => _bytes[_position..];

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public ReadOnlySpan<byte> Bytes32() => Take(UInt32());

    public ReadOnlySpan<byte> Bytes64() => Take(UInt64());

    public string Text()
    {
        long start = Offset;
        ReadOnlySpan<byte> text = Bytes32();
        return Utf8.IsValid(text)
            ? System.Text.Encoding.UTF8.GetString(text)
            : throw McapError.Malformed(file, start, "the text is not UTF-8");
    }

    /// <summary>A reader of the next length-prefixed array or map.</summary>
    public FieldReader Array()
    {
        ReadOnlySpan<byte> content = Bytes32();
        return new FieldReader(content, Offset - content.Length, file);
    }

    public Dictionary<string, string> TextMap()
    {
        FieldReader pairs = Array();
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        while (!pairs.Rest.IsEmpty)
        {
            long start = pairs.Offset;
            string key = pairs.Text();
            if (!map.TryAdd(key, pairs.Text()))
            {
                throw McapError.Malformed(file, start, $"the key '{key}' occurs twice in one map");
            }
        }

        return map;
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)(_bytes.Length - _position))
        {
            throw McapError.Malformed(file, Offset, $"a field of {count} bytes begins {_bytes.Length - _position} bytes before the end of its record");
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(_position, (int)count);
        _position += (int)count;
        return taken;
    }
}
