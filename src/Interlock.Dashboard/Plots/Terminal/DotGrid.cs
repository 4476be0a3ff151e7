namespace Interlock.Dashboard.Plots.Terminal;

/// <summary>Dots in characters: two by four in one of braille, one in one of ASCII.</summary>
internal sealed class DotGrid(int columns, int lines, bool isAscii)
{
    private const char FirstBraille = '\u2800';

    private readonly char[] _cells = Enumerable.Repeat(isAscii ? ' ' : FirstBraille, columns * lines).ToArray();

    public int Columns { get; } = isAscii ? columns : columns * 2;

    public int Rows { get; } = isAscii ? lines : lines * 4;

    /// <summary>Sets the dots of one column between two rows, 0 at the top.</summary>
    /// <param name="column">The column; outside nothing is set.</param>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="mark">The character where only ASCII is written.</param>
    public void Column(int column, int from, int to, char mark)
    {
        if (column < 0 || column >= Columns)
        {
            return;
        }

        for (int row = Math.Max(0, Math.Min(from, to)); row <= Math.Min(Rows - 1, Math.Max(from, to)); row++)
        {
            Dot(column, row, mark);
        }
    }

    public string Line(int line) => new string(_cells, line * columns, columns).Replace(FirstBraille, ' ').TrimEnd();

    private void Dot(int column, int row, char mark)
    {
        if (isAscii)
        {
            _cells[(row * columns) + column] = mark;
            return;
        }

        // Unicode 16, block U+2800: dots 1 2 3 7 down the left column, 4 5 6 8 down the right.
        ReadOnlySpan<byte> left = [0x01, 0x02, 0x04, 0x40], right = [0x08, 0x10, 0x20, 0x80];
        _cells[(row / 4 * columns) + (column / 2)] |= (char)(column % 2 == 0 ? left[row % 4] : right[row % 4]);
    }
}
