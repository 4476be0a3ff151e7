using System.Runtime.CompilerServices;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>RLE_DICTIONARY (and its older name PLAIN_DICTIONARY): one byte of bit width, then indices into the chunk's dictionary.</summary>
internal sealed class DictionaryDecoder<T>(T[] dictionary) : ValueDecoder<T>
{
    private const int BatchLength = 1024;

    private readonly RleReader _indices = new();
    private readonly int[] _batch = new int[BatchLength];

    public override void Start(ArraySegment<byte> values)
    {
        if (values.Count > 0)
        {
            _indices.Start(values[1..], values[0]);
        }
        else
        {
            // A page of nulls alone has no values, not even a bit width.
            _indices.Start(default, width: 0);
        }
    }

    public override void Read(Span<T> destination)
    {
        while (!destination.IsEmpty)
        {
            Span<int> indices = _batch.AsSpan(0, Math.Min(BatchLength, destination.Length));
            _indices.Read(indices);
            Gather(indices, destination);
            destination = destination[indices.Length..];
        }
    }

    // Compiled once at full speed: a dataset is often read before the tiers of the just-in-time compiler have settled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(ReadOnlySpan<int> indices, Span<T> destination)
    {
        T[] entries = dictionary;
        for (int i = 0; i < indices.Length; i++)
        {
            int index = indices[i];
            if ((uint)index >= (uint)entries.Length)
            {
                throw ParquetFault.Of(
                    ParquetCodes.PageDamaged,
                    $"a page is damaged: entry {(uint)index} of a dictionary of {entries.Length}");
            }

            destination[i] = entries[index];
        }
    }
}
