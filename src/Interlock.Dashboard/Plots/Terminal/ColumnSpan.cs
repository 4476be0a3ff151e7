namespace Interlock.Dashboard.Plots.Terminal;

/// <summary>What a mark covers in one column of dots; empty where it has a gap.</summary>
internal record struct ColumnSpan(double Low, double High)
{
    public static ColumnSpan Empty => new(double.PositiveInfinity, double.NegativeInfinity);

    public readonly bool IsEmpty => !(Low <= High);

    public void Add(double value)
    {
        // A comparison with NaN is false: gaps do not count.
        Low = value < Low ? value : Low;
        High = value > High ? value : High;
    }
}
