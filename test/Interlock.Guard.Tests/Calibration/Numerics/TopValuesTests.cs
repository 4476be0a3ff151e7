using Interlock.Core.Randomness;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Numerics;

namespace Interlock.Guard.Tests.Calibration.Numerics;

public class TopValuesTests
{
    [Theory]
    [InlineData(1, 99)]
    [InlineData(2, 99)]
    [InlineData(101, 99)]
    [InlineData(5000, 99)]
    [InlineData(5000, 50)]
    [InlineData(5000, 100)]
    [InlineData(40_000, 99.9)]
    public void Percentile_equals_that_of_the_sorted_values(int count, double percentile)
    {
        SeededRandom random = new((ulong)count);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble(), 3))];
        TopValues top = new(TopValues.KeepFor(count, percentile));
        Array.ForEach(values, value => top.Offer(value));
        top.Count(count);
        Array.Sort(values);
        Assert.Equal(Quantile.Linear(values, percentile / 100), top.Percentile(percentile)!.Value, 12);
        Assert.Equal(values[^1], top.Largest());
    }

    [Fact]
    public void Merged_halves_know_the_percentile_of_the_whole()
    {
        double[] values = [.. Enumerable.Range(0, 10_001).Select(i => (double)((i * 7919) % 10_007))];
        int keep = TopValues.KeepFor(values.Length, 99);
        TopValues first = new(keep);
        TopValues second = new(keep);
        Array.ForEach(values[..3000], value => first.Offer(value));
        Array.ForEach(values[3000..], value => second.Offer(value));
        first.Count(3000);
        second.Count(values.Length - 3000);
        first.Merge(second);
        Array.Sort(values);
        Assert.Equal(Quantile.Linear(values, 0.99), first.Percentile(99)!.Value, 9);
    }

    [Fact]
    public void Selection_puts_the_largest_first_whatever_the_order()
    {
        SeededRandom random = new(23);
        for (int i = 0; i < 5000; i++)
        {
            double[] values = [.. Enumerable.Range(0, 1 + random.NextInt(120)).Select(_ => (double)random.NextInt(50))];
            int count = random.NextInt(values.Length);
            double[] expected = [.. values.OrderDescending().Take(count)];
            Selection.LargestFirst(values, count);
            Assert.Equal(expected, values.Take(count).OrderDescending());
        }
    }

    [Fact]
    public void Selection_of_sorted_and_equal_values_ends()
    {
        double[] ascending = [.. Enumerable.Range(0, 100_000).Select(i => (double)i)];
        Selection.LargestFirst(ascending, 10);
        Assert.Equal(99_990, ascending[..10].Min());
        double[] equal = new double[100_000];
        Selection.LargestFirst(equal, 50_000);
        Assert.Equal(0, equal[0]);
    }
}
