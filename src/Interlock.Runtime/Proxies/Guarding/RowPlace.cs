namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>One row within the arrays of a reply.</summary>
internal readonly record struct RowCells(ActionCells Cells, int First)
{
    public double Write(int column, double value, double towards) => Cells.Write(First + column, value, towards);

    public double WriteBeside(int column, double value, bool isUp) => Cells.WriteBeside(First + column, value, isUp);
}

/// <summary>Goes through the rows of the arrays of a reply.</summary>
internal struct RowPlace(IReadOnlyList<ActionCells> cells, int width)
{
    private int _array;
    private int _first;

    public RowCells Next()
    {
        if (_first >= cells[_array].Count)
        {
            (_array, _first) = (_array + 1, 0);
        }

        RowCells row = new(cells[_array], _first);
        _first += width;
        return row;
    }
}
