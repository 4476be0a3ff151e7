namespace Interlock.Datasets.Parquet.Columns;

/// <summary>Checks that every row of a list column has the same number of elements, many rows at a time.</summary>
internal sealed class RowShape
{
    private readonly byte[] _expected;
    private int _phase;

    /// <param name="width">Elements of a row.</param>
    /// <param name="longestBatch">Most levels given at a time.</param>
    public RowShape(int width, int longestBatch)
    {
        Width = width;
        _expected = new byte[longestBatch + width];
        _expected.AsSpan().Fill(1);
        for (int start = 0; start < _expected.Length; start += width)
        {
            _expected[start] = 0;
        }
    }

    public int Width { get; }

    /// <summary>True between two rows.</summary>
    public bool AtRowStart => _phase == 0;

    /// <summary>Number of leading levels that fit; all of them when every row so far has the expected length.</summary>
    /// <param name="levels">0 where a row starts, 1 where it goes on.</param>
    public int Advance(ReadOnlySpan<byte> levels)
    {
        int fitting = levels.CommonPrefixLength(_expected.AsSpan(_phase, levels.Length));
        _phase = (_phase + fitting) % Width;
        return fitting;
    }
}
