namespace Interlock.Recording.Flight.Steps;

/// <summary>
/// A bounded queue of step records of one size between the control thread and the recorder. One thread writes, one reads; neither locks,
/// waits or allocates. When it is full the newest record is dropped and counted: the control thread never pays for a slow disk.
/// </summary>
public sealed class StepRing
{
    private readonly byte[] _bytes;
    private readonly int _recordBytes;
    private readonly int _capacity;
    private PaddedCounter _written;
    private PaddedCounter _read;
    private PaddedCounter _dropped;

    /// <summary>Creates an empty ring.</summary>
    /// <param name="capacity">Most records that wait, 1 or more; one second of steps is a good size.</param>
    /// <param name="recordBytes">Size of each record, 1 or more.</param>
    public StepRing(int capacity, int recordBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(recordBytes, 1);
        _capacity = capacity;
        _recordBytes = recordBytes;
        _bytes = new byte[checked(capacity * recordBytes)];
    }

    /// <summary>Size of each record, bytes.</summary>
    public int RecordBytes => _recordBytes;

    /// <summary>Most records that wait.</summary>
    public int Capacity => _capacity;

    /// <summary>Records that found no room so far.</summary>
    public long Dropped => _dropped.Read();

    /// <summary>Copies a record in; false, and counted, when the ring is full. For the writing thread.</summary>
    /// <param name="record">Exactly <see cref="RecordBytes"/> long.</param>
    public bool TryWrite(ReadOnlySpan<byte> record)
    {
        RequireSize(record.Length);
        long written = _written.Own();
        if (written - _read.Read() == _capacity)
        {
            _dropped.Publish(_dropped.Own() + 1);
            return false;
        }

        record.CopyTo(Slot(written));
        _written.Publish(written + 1);
        return true;
    }

    /// <summary>Copies the oldest record out; false when there is none. For the reading thread.</summary>
    /// <param name="record">Exactly <see cref="RecordBytes"/> long.</param>
    public bool TryRead(Span<byte> record)
    {
        RequireSize(record.Length);
        long read = _read.Own();
        if (read == _written.Read())
        {
            return false;
        }

        Slot(read).CopyTo(record);
        _read.Publish(read + 1);
        return true;
    }

    private Span<byte> Slot(long index) => _bytes.AsSpan((int)(index % _capacity) * _recordBytes, _recordBytes);

    private void RequireSize(int bytes)
    {
        if (bytes != _recordBytes)
        {
            throw new ArgumentException($"A record of {bytes} bytes was given to a ring of records of {_recordBytes}.");
        }
    }
}
