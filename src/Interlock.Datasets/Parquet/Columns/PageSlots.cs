using System.Numerics;
using Interlock.Datasets.Parquet.Encodings;
using Interlock.Datasets.Parquet.Pages;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>The slots of one data page, in batches: their levels, and the values that are present.</summary>
internal sealed class PageSlots<T>(ParquetColumn column, ValueCodec<T> codec)
{
    /// <summary>Most slots of a batch, so that levels and values stay in the nearest cache.</summary>
    public const int BatchLength = 8 << 10;

    private readonly RleReader _repetition = new();
    private readonly RleReader _definition = new();
    private readonly byte[] _repetitionLevels = new byte[BatchLength];
    private readonly byte[] _definitionLevels = new byte[BatchLength];
    private readonly T[] _present = new T[BatchLength];
    private ValueDecoder<T>? _decoder;

    /// <summary>Slots of the page that were not read.</summary>
    public int Left { get; private set; }

    public void Start(Page page)
    {
        Left = page.SlotCount;
        _repetition.Start(page.Repetition, LevelWidth(column.MaxRepetition));
        _definition.Start(page.Definition, LevelWidth(column.MaxDefinition));
        _decoder = codec.DecoderOf(page.Encoding);
        _decoder.Start(page.Values);
    }

    /// <summary>Repetition levels of the next batch; zeros when the column has no list.</summary>
    public Span<byte> ReadRepetition(int count)
    {
        Span<byte> levels = _repetitionLevels.AsSpan(0, count);
        if (column.MaxRepetition > 0)
        {
            _repetition.Read(levels);
        }

        return levels;
    }

    /// <summary>Values of the batch whose repetition levels were read. False when a slot is no element but an empty or absent list.</summary>
    public bool TryReadValues(Span<T> destination)
    {
        Left -= destination.Length;
        int max = column.MaxDefinition;
        if (max == 0 || _definition.TryTakeRunOf(max, destination.Length))
        {
            _decoder!.Read(destination);
            return true;
        }

        Span<byte> levels = ReadDefinition(destination.Length, out int present);
        if (present == levels.Length)
        {
            _decoder!.Read(destination);
            return true;
        }

        if (column.ElementDefinition > 0 && levels.ContainsAnyInRange((byte)0, (byte)(column.ElementDefinition - 1)))
        {
            return false;
        }

        Scatter(levels, destination, present);
        return true;
    }

    /// <summary>Reads the next batch into rows of any length.</summary>
    public void ReadRagged(RowCollector<T> rows, int count)
    {
        Left -= count;
        Span<byte> repetition = ReadRepetition(count);
        Span<byte> definition = _definitionLevels.AsSpan(0, count);
        int present = count;
        if (column.MaxDefinition > 0)
        {
            definition = ReadDefinition(count, out present);
        }

        _decoder!.Read(_present.AsSpan(0, present));
        rows.Add(repetition, definition, _present.AsSpan(0, present), codec.Missing);
    }

    private Span<byte> ReadDefinition(int count, out int present)
    {
        byte max = (byte)column.MaxDefinition;
        Span<byte> levels = _definitionLevels.AsSpan(0, count);
        _definition.Read(levels);
        present = levels.Count(max);
        return present == count || !levels.ContainsAnyExceptInRange((byte)0, max)
            ? levels
            : throw ParquetFault.Of(ParquetCodes.PageDamaged, $"a page is damaged: a definition level beyond {max}");
    }

    private void Scatter(ReadOnlySpan<byte> levels, Span<T> destination, int present)
    {
        _decoder!.Read(_present.AsSpan(0, present));
        int next = 0;
        for (int i = 0; i < levels.Length; i++)
        {
            destination[i] = levels[i] == column.MaxDefinition ? _present[next++] : codec.Missing;
        }
    }

    private static int LevelWidth(int maxLevel) => BitOperations.Log2((uint)maxLevel << 1 | 1);
}
