namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>
/// The hybrid of run-length and bit-packed integers that levels, dictionary indices and booleans share.
/// A run of any announced length takes no memory.
/// </summary>
internal sealed class RleReader
{
    private const int MaxWidth = 32;

    private PageCursor _cursor;
    private int _width;
    private long _repeats;
    private int _repeated;
    private long _packed;
    private long _packedBit;

    public void Start(ArraySegment<byte> data, int width)
    {
        _cursor = new PageCursor(data, "run-length data");
        if (width > MaxWidth)
        {
            throw _cursor.Damage($"integers of {width} bits do not exist");
        }

        (_width, _repeats, _packed) = (width, 0, 0);
    }

    /// <summary>Consumes <paramref name="count"/> integers when they all lie in a run of <paramref name="value"/>; else consumes nothing.</summary>
    public bool TryTakeRunOf(int value, int count)
    {
        if (_repeats == 0 && _packed == 0)
        {
            StartRun();
        }

        if (_repeated != value || _repeats < count)
        {
            return false;
        }

        _repeats -= count;
        return true;
    }

    public void Read(Span<int> destination)
    {
        while (!destination.IsEmpty)
        {
            int count = NextStretch(destination.Length);
            if (_repeats > 0)
            {
                destination[..count].Fill(_repeated);
                _repeats -= count;
            }
            else
            {
                BitUnpacker.Unpack(_cursor.Data, _packedBit, _width, destination[..count]);
                ConsumePacked(count);
            }

            destination = destination[count..];
        }
    }

    /// <summary>Reads integers of at most 8 bits.</summary>
    public void Read(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            int count = NextStretch(destination.Length);
            if (_repeats > 0)
            {
                destination[..count].Fill((byte)_repeated);
                _repeats -= count;
            }
            else
            {
                BitUnpacker.Unpack(_cursor.Data, _packedBit, _width, destination[..count]);
                ConsumePacked(count);
            }

            destination = destination[count..];
        }
    }

    private int NextStretch(int wanted)
    {
        while (_repeats == 0 && _packed == 0)
        {
            StartRun();
        }

        return (int)Math.Min(wanted, _repeats > 0 ? _repeats : _packed);
    }

    private void ConsumePacked(int count)
    {
        _packed -= count;
        _packedBit += (long)count * _width;
    }

    private void StartRun()
    {
        ulong header = _cursor.ReadVarint();
        if (header > uint.MaxValue)
        {
            throw _cursor.Damage("a run is longer than 32 bits");
        }

        if ((header & 1) == 0)
        {
            _repeats = (long)(header >> 1);
            _repeated = (int)_cursor.ReadLittleEndian((_width + 7) / 8);
        }
        else
        {
            StartPacked((long)(header >> 1));
        }
    }

    private void StartPacked(long groups)
    {
        const int groupLength = 8;
        _packedBit = (long)_cursor.Position * 8;
        long bytes = Math.Min(groups * _width, _cursor.Left);

        // Some writers leave out the unused end of the last group.
        _packed = _width == 0 ? groups * groupLength : Math.Min(groups * groupLength, bytes * 8 / _width);
        _cursor.Take((int)bytes);
        _repeated = -1;
        if (_packed == 0 && groups > 0)
        {
            throw _cursor.Damage("it ends early");
        }
    }
}
