using System.Runtime.CompilerServices;
using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Calibration.Shapes;

/// <summary>
/// Sums over the fit episodes from which means, scales and models are made: one pass, relative to the middle of the
/// range so that nothing cancels. Pairs and motions never cross an episode boundary.
/// </summary>
internal sealed class FitSums
{
    private const double EndZone = 0.1;
    private const int HeldNorms = 1 << 14;

    private readonly RangeUnion _range;
    private readonly bool[] _isRate;
    private readonly double[] _periods;
    private readonly bool[] _isGripper;
    private readonly double[] _row;
    private readonly double[] _motion;
    private readonly double[] _lowZone;
    private readonly double[] _highZone;
    private readonly long _normStride;
    private readonly List<double> _norms = [];

    public FitSums(RangeUnion range, ChannelPlan plan, long totalRows)
    {
        _range = range;
        _isRate = plan.IsRate;
        _periods = plan.Periods;
        _isGripper = [.. plan.Channels.Select(channel => channel.Role == ChannelRole.Gripper)];
        int dimension = _isRate.Length;
        Products = new PaddedProducts(dimension);
        MotionProducts = new PaddedProducts(dimension);
        _row = new double[Products.Stride];
        _motion = new double[Products.Stride];
        Sum = new double[dimension];
        LeadSum = new double[dimension];
        LeadSquares = new double[dimension];
        LagSum = new double[dimension];
        LagSquares = new double[dimension];
        LagProducts = new double[dimension];
        MotionSum = new double[dimension];
        AtLowEnd = new long[dimension];
        AtHighEnd = new long[dimension];
        _lowZone = [.. Enumerable.Range(0, dimension).Select(j => range.Min[j] - range.Middle(j) + (2 * EndZone * range.HalfWidth(j)))];
        _highZone = [.. Enumerable.Range(0, dimension).Select(j => range.Max[j] - range.Middle(j) - (2 * EndZone * range.HalfWidth(j)))];
        _normStride = Math.Max(1, totalRows / HeldNorms);
    }

    public int Dimension => _isRate.Length;

    public long Rows { get; private set; }

    public long Pairs { get; private set; }

    public int Episodes { get; private set; }

    /// <summary>Sums and products of x = action − middle of the range.</summary>
    public double[] Sum { get; }

    public PaddedProducts Products { get; }

    /// <summary>Sums over consecutive pairs: x_t (lead), x_{t−1} (lag).</summary>
    public double[] LeadSum { get; }

    public double[] LeadSquares { get; }

    public double[] LagSum { get; }

    public double[] LagSquares { get; }

    public double[] LagProducts { get; }

    /// <summary>Sums and products of the motion.</summary>
    public double[] MotionSum { get; }

    public PaddedProducts MotionProducts { get; }

    /// <summary>Rows in the lowest and highest tenth of a channel's range.</summary>
    public long[] AtLowEnd { get; }

    public long[] AtHighEnd { get; }

    /// <summary>A bounded sample of motion norms, grippers left out.</summary>
    public IReadOnlyList<double> MotionNorms => _norms;

    public double Middle(int channel) => _range.Middle(channel);

    public void Add(Episode episode)
    {
        Episodes++;
        double[] previous = new double[_row.Length];
        for (int t = 0; t < episode.Length; t++)
        {
            Shift(episode.Action(t));
            Products.AddOuter(_row);
            if (t > 0)
            {
                AddPair(previous);
            }

            _row.AsSpan().CopyTo(previous);
        }

        Rows += episode.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Shift(ReadOnlySpan<double> action)
    {
        for (int j = 0; j < action.Length; j++)
        {
            double x = action[j] - _range.Middle(j);
            _row[j] = x;
            Sum[j] += x;
            AtLowEnd[j] += x <= _lowZone[j] ? 1 : 0;
            AtHighEnd[j] += x >= _highZone[j] ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPair(double[] previous)
    {
        double squares = 0;
        for (int j = 0; j < Dimension; j++)
        {
            double lead = _row[j];
            double lag = previous[j];
            LeadSum[j] += lead;
            LeadSquares[j] += lead * lead;
            LagSum[j] += lag;
            LagSquares[j] += lag * lag;
            LagProducts[j] += lead * lag;
            double motion = MotionOf(j, lead, lag);
            _motion[j] = motion;
            MotionSum[j] += motion;
            squares += _isGripper[j] ? 0 : motion * motion;
        }

        MotionProducts.AddOuter(_motion);
        if (Pairs++ % _normStride == 0)
        {
            _norms.Add(Math.Sqrt(squares));
        }
    }

    private double MotionOf(int channel, double lead, double lag) =>
        _isRate[channel] ? lead + _range.Middle(channel) : Wrapping.Difference(lead, lag, _periods[channel]);
}
