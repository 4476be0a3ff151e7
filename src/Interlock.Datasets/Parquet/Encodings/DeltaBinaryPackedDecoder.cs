namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>DELTA_BINARY_PACKED integers: differences, packed per miniblock with as many bits as the largest needs.</summary>
/// <param name="is32Bit">True when sums wrap at 32 bits.</param>
internal sealed class DeltaBinaryPackedDecoder(bool is32Bit) : ValueDecoder<double>
{
    private const int MaxBlockLength = 1 << 20;
    private const int MaxMiniblocks = 512;
    private const int MiniblockMultiple = 32;

    private readonly byte[] _widths = new byte[MaxMiniblocks];
    private PageCursor _cursor;
    private int _miniblockCount;
    private int _miniblockLength;
    private long _left;
    private long _value;
    private long _smallestDelta;
    private int _miniblock;
    private int _inMiniblock;
    private long _bit;

    public override void Start(ArraySegment<byte> values)
    {
        (_cursor, _left) = (new PageCursor(values, "delta data"), 0);
        if (values.Count == 0)
        {
            return;
        }

        ulong blockLength = _cursor.ReadVarint();
        ulong miniblocks = _cursor.ReadVarint();
        ulong total = _cursor.ReadVarint();
        bool plausible = blockLength is > 0 and <= MaxBlockLength && miniblocks is > 0 and <= MaxMiniblocks
            && blockLength % (miniblocks * MiniblockMultiple) == 0 && total <= ParquetLimits.PageValues;
        if (!plausible)
        {
            throw _cursor.Damage($"blocks of {blockLength} values in {miniblocks} parts, {total} values in all");
        }

        (_miniblockCount, _miniblockLength, _left) = ((int)miniblocks, (int)(blockLength / miniblocks), (long)total);
        _value = _cursor.ReadZigZag();
        (_miniblock, _inMiniblock) = (_miniblockCount - 1, _miniblockLength);
    }

    public override void Read(Span<double> destination)
    {
        if (destination.Length > _left)
        {
            throw EndsEarly();
        }

        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = is32Bit ? (int)_value : _value;
            if (--_left > 0)
            {
                _value += NextDelta();
            }
        }
    }

    private long NextDelta()
    {
        if (_inMiniblock == _miniblockLength)
        {
            StartMiniblock();
        }

        int width = _widths[_miniblock];
        ulong delta = width == 0 ? 0 : BitUnpacker.UnpackOne(_cursor.Data, _bit, width);
        _bit += width;
        _inMiniblock++;
        return _smallestDelta + (long)delta;
    }

    private void StartMiniblock()
    {
        if (++_miniblock == _miniblockCount)
        {
            StartBlock();
        }

        _inMiniblock = 0;
        _bit = (long)_cursor.Position * 8;
        long bytes = (long)_widths[_miniblock] * _miniblockLength / 8;

        // The last miniblock may be cut after the bytes that its values need.
        long needed = ((Math.Min(_left, _miniblockLength) * _widths[_miniblock]) + 7) / 8;
        if (needed > _cursor.Left)
        {
            throw EndsEarly();
        }

        _cursor.Take((int)Math.Min(bytes, _cursor.Left));
    }

    private void StartBlock()
    {
        _miniblock = 0;
        _smallestDelta = _cursor.ReadZigZag();
        Span<byte> widths = _widths.AsSpan(0, _miniblockCount);
        _cursor.Take(_miniblockCount).CopyTo(widths);
        if (widths.ContainsAnyExceptInRange((byte)0, (byte)64))
        {
            throw _cursor.Damage("integers of more than 64 bits");
        }
    }
}
