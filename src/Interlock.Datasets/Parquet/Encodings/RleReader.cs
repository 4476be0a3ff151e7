using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>
/// The hybrid of run-length and bit-packed integers that levels, dictionary indices and booleans share.
/// A run of any announced length takes no memory.
/// </summary>
internal sealed class RleReader
{
    private const int MaxWidth = 32;

    private byte[] _data = [];
    private int _position;
    private int _end;
    private int _width;
    private long _repeats;
    private int _repeated;
    private long _packed;
    private long _packedBit;

    public void Start(ArraySegment<byte> data, int width)
    {
        if (width > MaxWidth)
        {
            throw Damage($"integers of {width} bits do not exist");
        }

        (_data, _position, _end) = (data.Array ?? [], data.Offset, data.Offset + data.Count);
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
                BitUnpacker.Unpack(_data.AsSpan(0, _end), _packedBit, _width, destination[..count]);
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
                BitUnpacker.Unpack(_data.AsSpan(0, _end), _packedBit, _width, destination[..count]);
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
        uint header = ReadVarint();
        if ((header & 1) == 0)
        {
            _repeats = header >> 1;
            _repeated = ReadRepeated();
        }
        else
        {
            StartPacked(header >> 1);
        }
    }

    private void StartPacked(long groups)
    {
        const int groupLength = 8;
        _packedBit = (long)_position * 8;
        long bytes = Math.Min(groups * _width, _end - _position);

        // Some writers leave out the unused end of the last group.
        _packed = _width == 0 ? groups * groupLength : Math.Min(groups * groupLength, bytes * 8 / _width);
        _position += (int)bytes;
        _repeated = -1;
        if (_packed == 0 && groups > 0)
        {
            throw Damage("it ends early");
        }
    }

    private int ReadRepeated()
    {
        int bytes = (_width + 7) / 8;
        if (bytes > _end - _position)
        {
            throw Damage("it ends in the middle of a run");
        }

        uint value = 0;
        for (int i = 0; i < bytes; i++)
        {
            value |= (uint)_data[_position++] << (8 * i);
        }

        return (int)value;
    }

    private uint ReadVarint()
    {
        const int longest = 5;
        uint value = 0;
        for (int i = 0; i < longest; i++)
        {
            byte next = _position < _end ? _data[_position++] : throw Damage("it ends early");
            value |= (uint)(next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damage("a run is longer than 32 bits");
    }

    private static DiagnosticException Damage(string what) =>
        ParquetFault.Of(ParquetCodes.PageDamaged, $"a page is damaged: run-length data: {what}");
}
