namespace Interlock.Datasets.Text;

/// <summary>Whole numbers that travel as doubles.</summary>
internal static class WholeNumbers
{
    /// <summary>2^53: beyond it neighbouring whole numbers fall together.</summary>
    public const double LargestExact = 9_007_199_254_740_992;
}
