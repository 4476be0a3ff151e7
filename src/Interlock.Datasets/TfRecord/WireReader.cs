using System.Buffers.Binary;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>Reads the protobuf wire format: tags, varints, fixed32 and length-delimited fields.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes, SourcePlace place)
{
    public const int Varint = 0;
    public const int Fixed64 = 1;
    public const int Delimited = 2;
    public const int Fixed32 = 5;

    private const int MaximumVarintBytes = 10;
    private const int WireTypeBits = 3;

    private readonly int _length = bytes.Length;
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>Bytes consumed so far.</summary>
    public readonly int Position => _length - _rest.Length;

    public readonly SourcePlace Place => place;

    public (int Field, int WireType) ReadTag()
    {
        ulong tag = ReadVarint();
        return tag is > 0 and <= uint.MaxValue
            ? ((int)(tag >> WireTypeBits), (int)(tag & 7))
            : throw Malformed("a field number out of range");
    }

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (int index = 0; index < MaximumVarintBytes; index++)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << (7 * index);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Malformed("a number of more than ten bytes");
    }

    public ReadOnlySpan<byte> ReadDelimited()
    {
        ulong length = ReadVarint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw Malformed("a field longer than what holds it");
    }

    public float ReadFloat() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public void Skip(int wireType)
    {
        switch (wireType)
        {
            case Varint: ReadVarint(); break;
            case Fixed64: Take(sizeof(ulong)); break;
            case Delimited: ReadDelimited(); break;
            case Fixed32: Take(sizeof(uint)); break;
            default: throw Malformed($"wire type {wireType}");
        }
    }

    public readonly DiagnosticException Malformed(string what) =>
        new(
            FileCode.ExampleMalformed,
            $"The record is not a tf.train.Example: {what}",
            place,
            "only TFRecord files of tf.train.Example are understood");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw Malformed("it ends inside a field");
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
