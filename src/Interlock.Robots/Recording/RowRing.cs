namespace Interlock.Robots.Recording;

/// <summary>The newest rows of a signal, in memory that was set aside beforehand. Adding allocates nothing; reading is for afterwards.</summary>
public sealed class RowRing
{
    private readonly double[] _values;
    private readonly long[] _timesNs;
    private readonly bool[] _flags;
    private readonly int _width;

    internal RowRing(int capacity, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _values = new double[checked(capacity * width)];
        _timesNs = new long[capacity];
        _flags = new bool[capacity];
        _width = width;
    }

    /// <summary>Rows that were added, those included that are gone again.</summary>
    public long Total { get; private set; }

    /// <summary>Rows that are kept.</summary>
    public int Count => (int)Math.Min(Total, _timesNs.Length);

    /// <summary>Values of a row; 0 is the oldest that is kept.</summary>
    public ReadOnlySpan<double> Values(int row) => _values.AsSpan(Slot(row) * _width, _width);

    /// <summary>When the row was added: monotonic time of the loop's clock, ns.</summary>
    public long TimeNs(int row) => _timesNs[Slot(row)];

    /// <summary>True when the robot took the command, or gave the state.</summary>
    public bool Succeeded(int row) => _flags[Slot(row)];

    internal void Add(ReadOnlySpan<double> values, long timeNs, bool succeeded)
    {
        int slot = (int)(Total++ % _timesNs.Length);
        values.CopyTo(_values.AsSpan(slot * _width, _width));
        _timesNs[slot] = timeNs;
        _flags[slot] = succeeded;
    }

    private int Slot(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        return (int)((Total - Count + row) % _timesNs.Length);
    }
}
