using System.Buffers.Binary;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>RLE booleans: a length of four bytes, then runs of one-bit integers.</summary>
internal sealed class RleBooleanDecoder : ValueDecoder<double>
{
    private const int BatchLength = 512;

    private readonly RleReader _bits = new();

    public override void Start(ArraySegment<byte> values)
    {
        uint length = values.Count < sizeof(uint) ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(values);
        if (length > values.Count - sizeof(uint))
        {
            throw EndsEarly();
        }

        _bits.Start(values.Slice(sizeof(uint), (int)length), width: 1);
    }

    public override void Read(Span<double> destination)
    {
        Span<byte> batch = stackalloc byte[BatchLength];
        for (int done = 0; done < destination.Length; done += batch.Length)
        {
            batch = batch[..Math.Min(batch.Length, destination.Length - done)];
            _bits.Read(batch);
            for (int i = 0; i < batch.Length; i++)
            {
                destination[done + i] = batch[i] & 1;
            }
        }
    }
}
