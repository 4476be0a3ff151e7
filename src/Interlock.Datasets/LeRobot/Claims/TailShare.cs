namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>
/// Counts what lies below a published 1 % quantile. Nothing is sorted or kept: the claim says where to cut.
/// Writers take quantiles from histograms and merge them over episodes, so only a share that is wrong by far is odd.
/// </summary>
/// <param name="quantile">The published value.</param>
/// <param name="slack">How far a histogram may have moved it.</param>
internal sealed class TailShare(double quantile, double slack)
{
    /// <summary>Five times the claimed share.</summary>
    private const double Most = 0.05;

    /// <summary>A fifth of the claimed share.</summary>
    private const double Least = 0.002;

    /// <summary>With fewer values, the least share is less than one of them.</summary>
    private const int FewestValues = 500;

    private long _plainlyBelow;
    private long _below;
    private long _aboutBelow;
    private long _count;

    public double Quantile => quantile;

    /// <summary>The share below the quantile where it is far from 1 %; null where it is not.</summary>
    public double? OddShare
    {
        get
        {
            bool isOdd = _plainlyBelow > Most * _count || _aboutBelow < Least * _count;
            return isOdd && _count >= FewestValues ? (double)_below / _count : null;
        }
    }

    public void Add(double value)
    {
        if (double.IsFinite(value))
        {
            _count++;
            _plainlyBelow += value < quantile - slack ? 1 : 0;
            _below += value < quantile ? 1 : 0;
            _aboutBelow += value <= quantile + slack ? 1 : 0;
        }
    }
}
