using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// Sums of products of the last 41 to 50 motions. They are kept in five blocks of ten of which the oldest is dropped as a whole:
/// nothing is ever subtracted, so rounding cannot build up however long the episode.
/// </summary>
internal sealed class MotionCovariance
{
    private const int BlockLength = 10;
    private const int BlockCount = 5;

    // Variance over mean square below which a channel moves evenly and has no correlation with anything.
    private const double SmallestVariance = 1e-12;

    private readonly int _channelCount;
    private readonly int _laneCount;
    private readonly Vector<double>[] _products;
    private readonly Vector<double>[] _sums;
    private readonly Vector<double>[] _squares;
    private readonly Vector<double>[] _olderSums;
    private readonly Vector<double>[] _olderSquares;
    private readonly Vector<double>[] _reference;
    private readonly Vector<double>[] _weight;
    private int _block;
    private int _inBlock;
    private int _olderCount;

    /// <param name="channelCount">D.</param>
    /// <param name="reference">Row-major D×D correlation to compare with.</param>
    public MotionCovariance(int channelCount, double[] reference)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(reference.Length, channelCount * channelCount);
        _channelCount = channelCount;
        _laneCount = Lanes.CountFor(channelCount);
        _products = new Vector<double>[BlockCount * channelCount * _laneCount];
        _sums = new Vector<double>[BlockCount * _laneCount];
        _squares = new Vector<double>[BlockCount * _laneCount];
        _olderSums = new Vector<double>[_laneCount];
        _olderSquares = new Vector<double>[_laneCount];
        _reference = new Vector<double>[channelCount * _laneCount];
        _weight = new Vector<double>[channelCount * _laneCount];
        FillReference(reference);
    }

    /// <summary>Motions in the sums, up to 50.</summary>
    public int Count => _olderCount + _inBlock;

    public void Add(Vector<double>[] motion)
    {
        if (_inBlock == BlockLength)
        {
            BeginBlock();
        }

        Span<Vector<double>> sums = _sums.AsSpan(_block * _laneCount, _laneCount);
        Span<Vector<double>> squares = _squares.AsSpan(_block * _laneCount, _laneCount);
        for (int k = 0; k < motion.Length; k++)
        {
            sums[k] += motion[k];
            squares[k] += motion[k] * motion[k];
        }

        AddProducts(motion);
        _inBlock++;
    }

    /// <summary>Σ_{j&gt;i} 2 (r_ij − R_ij)²: row <paramref name="row"/>'s share of the squared distance, each pair of channels once.</summary>
    public double RowDistance(int row)
    {
        double count = Count;
        int first = row / Vector<double>.Count;
        Vector<double> rowSum = new(Total(first, _sums, _olderSums)[row % Vector<double>.Count]);
        Vector<double> rowSquare = new(Total(first, _squares, _olderSquares)[row % Vector<double>.Count]);
        Vector<double> rowVariance = rowSquare - (rowSum * rowSum / count);
        Vector<long> rowMoves = Vector.GreaterThan(rowVariance, rowSquare * SmallestVariance);
        Vector<double> distance = Vector<double>.Zero;
        for (int k = first; k < _laneCount; k++)
        {
            Vector<double> sum = Total(k, _sums, _olderSums);
            Vector<double> square = Total(k, _squares, _olderSquares);
            Vector<double> variance = square - (sum * sum / count);
            Vector<long> moves = rowMoves & Vector.GreaterThan(variance, square * SmallestVariance);
            Vector<double> covariance = Product(row, k) - (rowSum * sum / count);
            Vector<double> correlation = covariance / Vector.SquareRoot(rowVariance * variance);
            correlation = Vector.ConditionalSelect(moves, correlation, Vector<double>.Zero);
            Vector<double> difference = correlation - _reference[(row * _laneCount) + k];
            distance += _weight[(row * _laneCount) + k] * difference * difference;
        }

        return Vector.Sum(distance);
    }

    public void Reset()
    {
        _block = 0;
        _inBlock = 0;
        _olderCount = 0;
        Array.Clear(_products);
        Array.Clear(_sums);
        Array.Clear(_squares);
        Array.Clear(_olderSums);
        Array.Clear(_olderSquares);
    }

    private void AddProducts(Vector<double>[] motion)
    {
        Span<double> scalars = Lanes.Scalars(motion);
        Span<Vector<double>> products = _products.AsSpan(_block * _channelCount * _laneCount, _channelCount * _laneCount);
        for (int i = 0; i < _channelCount; i++)
        {
            Vector<double> value = new(scalars[i]);
            Span<Vector<double>> row = products.Slice(i * _laneCount, _laneCount);
            for (int k = i / Vector<double>.Count; k < row.Length; k++)
            {
                row[k] += value * motion[k];
            }
        }
    }

    private void BeginBlock()
    {
        _block = (_block + 1) % BlockCount;
        _inBlock = 0;
        _olderCount = Math.Min(_olderCount + BlockLength, (BlockCount - 1) * BlockLength);
        _products.AsSpan(_block * _channelCount * _laneCount, _channelCount * _laneCount).Clear();
        _sums.AsSpan(_block * _laneCount, _laneCount).Clear();
        _squares.AsSpan(_block * _laneCount, _laneCount).Clear();
        for (int k = 0; k < _laneCount; k++)
        {
            _olderSums[k] = SumOfBlocks(_sums, k);
            _olderSquares[k] = SumOfBlocks(_squares, k);
        }
    }

    private Vector<double> SumOfBlocks(Vector<double>[] blocks, int lane)
    {
        Vector<double> sum = Vector<double>.Zero;
        for (int b = 0; b < BlockCount; b++)
        {
            sum += blocks[(b * _laneCount) + lane];
        }

        return sum;
    }

    private Vector<double> Total(int lane, Vector<double>[] blocks, Vector<double>[] older) =>
        older[lane] + blocks[(_block * _laneCount) + lane];

    private Vector<double> Product(int row, int lane)
    {
        int stride = _channelCount * _laneCount;
        int at = (row * _laneCount) + lane;
        return _products[at] + _products[at + stride] + (_products[at + (2 * stride)] + _products[at + (3 * stride)])
            + _products[at + (4 * stride)];
    }

    private void FillReference(double[] reference)
    {
        Span<double> referenceScalars = Lanes.Scalars(_reference);
        Span<double> weightScalars = Lanes.Scalars(_weight);
        int stride = _laneCount * Vector<double>.Count;
        for (int i = 0; i < _channelCount; i++)
        {
            for (int j = i + 1; j < _channelCount; j++)
            {
                referenceScalars[(i * stride) + j] = reference[(i * _channelCount) + j];
                weightScalars[(i * stride) + j] = 2;
            }
        }
    }
}
