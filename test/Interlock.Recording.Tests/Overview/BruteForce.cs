using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Overview;
using Interlock.Recording.Overview.Opening;

namespace Interlock.Recording.Tests.Overview;

/// <summary>What an overview must say, from all steps at once and in the plainest way.</summary>
internal static class BruteForce
{
    public static void AssertAgrees(RecordingOverview overview, IReadOnlyList<(long Ns, double?[] Values)> steps)
    {
        Assert.Equal(steps.Count, overview.Steps);
        long bucketNs = (long)Math.Round(overview.BucketLengthS * 1e9);
        Assert.Equal(steps.Count == 0 ? 0 : (steps[^1].Ns / bucketNs) + 1, overview.Buckets);
        for (int signal = 0; signal < overview.Signals.Count; signal++)
        {
            double[] recorded = [.. steps.Where(step => step.Values[signal] is not null).Select(step => step.Values[signal]!.Value)];
            AssertWhole(overview.Signals[signal], recorded);
            ILookup<long, double> buckets = steps.Where(step => step.Values[signal] is { } value && !double.IsNaN(value)).ToLookup(step => step.Ns / bucketNs, step => step.Values[signal]!.Value);
            for (int bucket = 0; bucket < overview.Buckets; bucket++)
            {
                bool any = buckets.Contains(bucket);
                Assert.Equal(any ? (float)buckets[bucket].Min() : float.NaN, overview.Lows(signal)[bucket]);
                Assert.Equal(any ? (float)buckets[bucket].Max() : float.NaN, overview.Highs(signal)[bucket]);
            }
        }
    }

    public static List<(long Ns, double?[] Values)> Of(IEnumerable<FlightStep> steps, FlightLayout layout, long startNs) =>
        [.. steps.Select(step => (step.MonotonicNs - startNs, StepValues.Of(step, layout).ToArray()))];

    private static void AssertWhole(OverviewSignal signal, double[] recorded)
    {
        double[] numbers = [.. recorded.Where(value => !double.IsNaN(value))];
        Assert.Equal(numbers.Length, signal.Count);
        Assert.Equal(recorded.Length - numbers.Length, signal.NotANumber);
        Assert.Equal(numbers.Length == 0 ? double.NaN : numbers.Min(), signal.Min);
        Assert.Equal(numbers.Length == 0 ? double.NaN : numbers.Max(), signal.Max);
        Assert.Equal(numbers.Length == 0 ? double.NaN : numbers.Aggregate(0.0, (sum, value) => sum + value) / numbers.Length, signal.Mean);
    }
}
