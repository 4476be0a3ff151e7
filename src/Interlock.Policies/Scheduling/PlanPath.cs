namespace Interlock.Policies.Scheduling;

/// <summary>
/// The plan as a continuous path, and where on it the robot is. A splice between two rows starts a new piece at the point commanded last,
/// so that the path never jumps there.
/// </summary>
internal sealed class PlanPath
{
    /// <summary>Distance at which a row counts as reached: sums of 1000 shares of a step are off by less.</summary>
    private const double ReachedSteps = 1e-9;

    private readonly ChunkPlan _plan;
    private readonly ChunkInterpolation _interpolation;
    private readonly double[] _anchor;
    private readonly double[] _anchorSlope;
    private readonly double[] _point;
    private readonly double[] _slope;
    private double _anchorAt;

    public PlanPath(ChunkPlan plan, ChunkInterpolation interpolation)
    {
        _plan = plan;
        _interpolation = interpolation;
        _anchor = new double[plan.Dimension];
        _anchorSlope = new double[plan.Dimension];
        _point = new double[plan.Dimension];
        _slope = new double[plan.Dimension];
    }

    /// <summary>The row reached last.</summary>
    public long Step { get; private set; }

    /// <summary>Share of the way to the next row.</summary>
    public double Fraction { get; private set; }

    /// <summary>Policy steps from here to the last row; 0 when there is none.</summary>
    public double StepsAhead => Math.Max(0, _plan.End - 1 - Step - Fraction);

    public void StartAt(long step)
    {
        Step = step;
        Fraction = 0;
        _anchorAt = 0;
    }

    /// <summary>Moves on and returns how many rows were reached.</summary>
    public int Advance(double steps)
    {
        (long passed, double fraction) = Split(Fraction + steps);
        Step += passed;
        Fraction = fraction;
        _anchorAt = passed > 0 ? 0 : _anchorAt;
        return (int)passed;
    }

    /// <summary>Lets the present piece start here, before the rows ahead change.</summary>
    public void Anchor()
    {
        if (Fraction == 0 || !_plan.Has(Step))
        {
            return;
        }

        Evaluate(0, _point, _slope);
        _point.CopyTo(_anchor, 0);
        _slope.CopyTo(_anchorSlope, 0);
        _anchorAt = Fraction;
    }

    /// <summary>The point of the path some steps ahead; false beyond its end.</summary>
    public bool Sample(double stepsAhead, Span<double> point) => Evaluate(stepsAhead, point, default);

    private bool Evaluate(double stepsAhead, Span<double> point, Span<double> slope)
    {
        (long passed, double fraction) = Split(Fraction + stepsAhead);
        long step = Step + passed;
        if (!_plan.Has(step) || (fraction > 0 && !_plan.Has(step + 1)))
        {
            return false;
        }

        if (fraction == 0 || _interpolation == ChunkInterpolation.Hold)
        {
            _plan.Row(step).CopyTo(point);
            return true;
        }

        bool isAnchored = passed == 0 && _anchorAt > 0;
        PathPiece piece = new(isAnchored ? _anchorAt : 0, fraction);
        ReadOnlySpan<double> left = isAnchored ? _anchor : _plan.Row(step);
        ReadOnlySpan<double> right = _plan.Row(step + 1);
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = Between(piece, left[i], right[i], step, i, isAnchored, slope);
        }

        return true;
    }

    private double Between(PathPiece piece, double left, double right, long step, int channel, bool isAnchored, Span<double> slope)
    {
        if (!double.IsFinite(left) || _interpolation == ChunkInterpolation.Linear)
        {
            return double.IsFinite(left) ? piece.Linear(left, right) : right;
        }

        double leftSlope = isAnchored ? _anchorSlope[channel] : Slope(step, channel);
        double value = piece.Cubic(left, right, leftSlope, Slope(step + 1, channel), out double slopeHere);
        if (!slope.IsEmpty)
        {
            slope[channel] = slopeHere;
        }

        return value;
    }

    /// <summary>Slope at a row: rest at both ends of the plan.</summary>
    private double Slope(long step, int channel) =>
        _plan.Has(step - 1) && _plan.Has(step + 1)
            ? PathPiece.MonotoneSlope(
                _plan.Row(step)[channel] - _plan.Row(step - 1)[channel],
                _plan.Row(step + 1)[channel] - _plan.Row(step)[channel])
            : 0;

    private static (long Passed, double Fraction) Split(double steps)
    {
        double passed = Math.Floor(steps + ReachedSteps);
        double fraction = steps - passed;
        return ((long)passed, fraction < ReachedSteps ? 0 : fraction);
    }
}
