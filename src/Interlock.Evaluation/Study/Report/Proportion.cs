using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Study.Report;

/// <summary>A count out of a count.</summary>
/// <param name="Count">0 to <paramref name="Of"/>.</param>
/// <param name="Of">Number of trials.</param>
public sealed record Proportion(int Count, int Of)
{
    /// <summary>Share in [0, 1]; NaN without trials.</summary>
    public double Rate => (double)Count / Of;

    /// <summary>Wilson's 95 % interval of the share.</summary>
    public Interval Interval => WilsonInterval.Of(Count, Of);
}
