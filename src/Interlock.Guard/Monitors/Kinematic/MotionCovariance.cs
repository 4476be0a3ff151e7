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
    private readonly int[] _laneStart;
    private readonly int _blockSize;
    private readonly Vector<double>[] _products;
    private readonly Vector<double>[] _sums;
    private readonly Vector<double>[] _squares;
    private readonly Vector<double>[] _totalSums;
    private readonly Vector<double>[] _totalSquares;
    private readonly Vector<double>[] _reference;
    private readonly Vector<double>[] _weight;
    private readonly double[] _motionlessDistance;
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
        _laneStart = LaneStarts(channelCount, _laneCount);
        _blockSize = _laneStart[^1];
        _products = new Vector<double>[BlockCount * _blockSize];
        _sums = new Vector<double>[BlockCount * _laneCount];
        _squares = new Vector<double>[BlockCount * _laneCount];
        _totalSums = new Vector<double>[_laneCount];
        _totalSquares = new Vector<double>[_laneCount];
        _reference = new Vector<double>[channelCount * _laneCount];
        _weight = new Vector<double>[channelCount * _laneCount];
        _motionlessDistance = new double[channelCount];
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

        for (int k = 0; k < motion.Length; k++)
        {
            Vector<double> value = motion[k];
            Vector<double> square = value * value;
            _sums[(_block * _laneCount) + k] += value;
            _squares[(_block * _laneCount) + k] += square;
            _totalSums[k] += value;
            _totalSquares[k] += square;
        }

        AddProducts(motion);
        _inBlock++;
    }

    /// <summary>
    /// Σ_{j&gt;i} 2 (r_ij − R_ij)²: row <paramref name="row"/>'s share of the squared distance, each pair of channels once.
    /// </summary>
    public double RowDistance(int row)
    {
        double perMotion = 1.0 / Count;
        double rowSum = Lanes.Scalars(_totalSums)[row];
        double rowSquare = Lanes.Scalars(_totalSquares)[row];
        double rowVariance = rowSquare - (rowSum * rowSum * perMotion);
        if (rowVariance <= rowSquare * SmallestVariance)
        {
            return _motionlessDistance[row];
        }

        Vector<double> distance = Vector<double>.Zero;
        for (int k = row / Vector<double>.Count; k < _laneCount; k++)
        {
            Vector<double> sum = _totalSums[k];
            Vector<double> square = _totalSquares[k];
            Vector<double> variance = square - (sum * sum * perMotion);
            Vector<long> moves = Vector.GreaterThan(variance, square * SmallestVariance);
            Vector<double> covariance = Product(row, k) - (sum * (rowSum * perMotion));
            Vector<double> correlation = covariance / Vector.SquareRoot(variance * rowVariance);
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
        Array.Clear(_totalSums);
        Array.Clear(_totalSquares);
    }

    // Only i ≤ j is kept: lane by lane of j, in each the rows i in turn, so that the inner loop runs through contiguous memory.
    private void AddProducts(Vector<double>[] motion)
    {
        ReadOnlySpan<double> scalars = Lanes.Scalars(motion)[.._channelCount];
        Span<Vector<double>> products = _products.AsSpan(_block * _blockSize, _blockSize);
        for (int k = 0; k < motion.Length; k++)
        {
            Vector<double> columns = motion[k];
            Span<Vector<double>> rows = products.Slice(_laneStart[k], _laneStart[k + 1] - _laneStart[k]);
            for (int i = 0; i < rows.Length && i < scalars.Length; i++)
            {
                rows[i] += columns * new Vector<double>(scalars[i]);
            }
        }
    }

    private void BeginBlock()
    {
        _block = (_block + 1) % BlockCount;
        _inBlock = 0;
        _olderCount = Math.Min(_olderCount + BlockLength, (BlockCount - 1) * BlockLength);
        _products.AsSpan(_block * _blockSize, _blockSize).Clear();
        _sums.AsSpan(_block * _laneCount, _laneCount).Clear();
        _squares.AsSpan(_block * _laneCount, _laneCount).Clear();
        for (int k = 0; k < _laneCount; k++)
        {
            _totalSums[k] = SumOfBlocks(_sums, k);
            _totalSquares[k] = SumOfBlocks(_squares, k);
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

    private Vector<double> Product(int row, int lane)
    {
        int at = _laneStart[lane] + row;
        int next = _blockSize;
        return _products[at] + _products[at + next] + (_products[at + (2 * next)] + _products[at + (3 * next)]) + _products[at + (4 * next)];
    }

    private static int[] LaneStarts(int channelCount, int laneCount)
    {
        int[] starts = new int[laneCount + 1];
        for (int k = 0; k < laneCount; k++)
        {
            starts[k + 1] = starts[k] + Math.Min((k + 1) * Vector<double>.Count, channelCount);
        }

        return starts;
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
                _motionlessDistance[i] += 2 * reference[(i * _channelCount) + j] * reference[(i * _channelCount) + j];
            }
        }
    }
}
