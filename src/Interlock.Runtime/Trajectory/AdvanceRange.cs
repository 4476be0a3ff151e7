namespace Interlock.Runtime.Trajectory;

/// <summary>The part of a straight piece of path, as shares of it, whose points keep a set of limits.</summary>
internal readonly record struct AdvanceRange(double Low, double High)
{
    /// <summary>Rounding allowed to a motion, as a share of the room it has.</summary>
    private const double Rounding = 1e-12;

    public static AdvanceRange Whole => new(0, 1);

    public bool IsEmpty => !(Low <= High);

    /// <summary>Keeps the shares at which start + share·way lies in [low, high]. A motion that is no number limits nothing: the guard refuses it.</summary>
    public AdvanceRange Within(double start, double way, double low, double high)
    {
        if (!double.IsFinite(start + way))
        {
            return this;
        }

        double slack = Rounding * (Math.Abs(low) < double.PositiveInfinity ? Math.Abs(low) + Math.Abs(high) : 0);
        if (way == 0)
        {
            return start >= low - slack && start <= high + slack ? this : new AdvanceRange(1, 0);
        }

        double one = ((way > 0 ? low - slack : high + slack) - start) / way;
        double other = ((way > 0 ? high + slack : low - slack) - start) / way;
        return new AdvanceRange(Math.Max(Low, one), Math.Min(High, other));
    }

    /// <summary>Keeps the shares at which |start + share·way| ≤ limit, from the scalar products of the vectors.</summary>
    public AdvanceRange WithinNorm(double startSquared, double startWay, double waySquared, double limit)
    {
        double excess = startSquared - (limit * limit * (1 + Rounding));
        if (!double.IsFinite(startSquared + waySquared))
        {
            return this;
        }

        if (waySquared == 0)
        {
            return excess <= 0 ? this : new AdvanceRange(1, 0);
        }

        double root = Math.Sqrt((startWay * startWay) - (waySquared * excess));
        return new AdvanceRange(Math.Max(Low, (-startWay - root) / waySquared), Math.Min(High, (root - startWay) / waySquared));
    }
}
