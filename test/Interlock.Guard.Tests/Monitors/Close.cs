namespace Interlock.Guard.Tests.Monitors;

/// <summary>Comparison of streaming values with a recomputation.</summary>
internal static class Close
{
    public const double Tolerance = 1e-9;

    public static void Equal(double expected, double actual)
    {
        if (double.IsNaN(expected))
        {
            Assert.True(double.IsNaN(actual), $"expected NaN, got {actual:R}");
            return;
        }

        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
    }

    public static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Equal(expected[i], actual[i]);
        }
    }

    public static double Mean(IEnumerable<double> values) => values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();

    public static double RootMeanSquare(IEnumerable<double> values) => Math.Sqrt(Mean(values.Select(value => value * value)));
}
