using Interlock.Policies.Wire.Numpy;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>Rows of ours, written like those of a reply.</summary>
internal readonly struct HoldingRows
{
    private readonly NumpyArray _array;
    private readonly ActionCells _cells;
    private readonly int _width;

    public HoldingRows(int rows, int width)
    {
        _array = NumpyArray.OfDoubles(new double[rows * width], new NumpyShape(rows, width));
        _cells = ActionCells.Of(_array);
        _width = width;
    }

    public RowCells Cells(int row) => new(_cells, row * _width);

    /// <summary>What was written, row-major.</summary>
    public double[] Values
    {
        get
        {
            double[] values = new double[_array.ElementCount];
            _array.CopyTo(values);
            return values;
        }
    }
}
