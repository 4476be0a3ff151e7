namespace Interlock.Runtime.Trajectory;

/// <summary>The part of a straight piece of path, as shares of it, whose points keep a set of limits.</summary>
internal readonly record struct AdvanceRange(double Low, double High)
{
    /// <summary>Share of a limit that is not used, so that rounding never makes the guard change a command that was chosen to pass.</summary>
    private const double Reserve = 1e-9;

    public static AdvanceRange Whole => new(0, 1);

    public bool IsEmpty => !(Low <= High);

    /// <summary>Keeps the shares at which start + share·way lies in [low, high]. A motion that is no number limits nothing: the guard refuses it.</summary>
    public AdvanceRange Within(double start, double way, double low, double high)
    {
        if (!double.IsFinite(start + way))
        {
            return this;
        }

        double reserve = double.IsFinite(high - low) ? Reserve * (high - low) : 0;
        double least = low + reserve;
        double most = high - reserve;
        if (way == 0)
        {
            return start >= least && start <= most ? this : new AdvanceRange(1, 0);
        }

        double one = ((way > 0 ? least : most) - start) / way;
        double other = ((way > 0 ? most : least) - start) / way;
        return new AdvanceRange(Math.Max(Low, one), Math.Min(High, other));
    }

    /// <summary>Keeps the shares at which |start + share·way| ≤ limit, from the scalar products of the vectors.</summary>
    public AdvanceRange WithinNorm(double startSquared, double startWay, double waySquared, double limit)
    {
        double excess = startSquared - (limit * limit * (1 - Reserve));
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
