namespace Interlock.Core.Statistics;

/// <summary>A closed interval with the confidence it was made for.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>True when <paramref name="value"/> lies inside or on an end.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
