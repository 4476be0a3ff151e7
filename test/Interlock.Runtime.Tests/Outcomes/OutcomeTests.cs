using Interlock.Core.Randomness;
using Interlock.Runtime.Outcomes;

namespace Interlock.Runtime.Tests.Outcomes;

public sealed class OutcomeTests
{
    [Fact]
    public void The_success_rate_counts_judged_episodes_and_shows_the_others()
    {
        SuccessRate rate = new(window: 3);
        foreach (EpisodeOutcome outcome in new[] { EpisodeOutcome.Success, EpisodeOutcome.Failure, EpisodeOutcome.Unknown, EpisodeOutcome.Success, EpisodeOutcome.Success })
        {
            rate.Add(outcome);
        }

        Assert.Equal(new SuccessCount(3, 4, 1), rate.Overall);
        Assert.Equal(new SuccessCount(2, 2, 1), rate.Recent);
        // Wilson for 3 of 4 at 95 %.
        Assert.Equal(0.3006, rate.Overall.Interval.Low, 4);
        Assert.Equal(0.9544, rate.Overall.Interval.High, 4);
    }

    [Fact]
    public void A_success_with_help_does_not_speak_for_the_policy_alone()
    {
        OutcomeReport report = new() { Episode = 4, DurationS = 12.5, Outcome = EpisodeOutcome.Success, Judge = OutcomeJudge.Operator };
        Assert.True(report.IsUnaidedSuccess);
        Assert.False((report with { Interventions = 1 }).IsUnaidedSuccess);
        Assert.Equal("episode 4: success (judged by operator), 12.5 s, 0 interventions (0.0 s), 0 stops", report.ToString());
    }

    [Fact]
    public void Latency_quantiles_are_never_too_small_and_at_most_a_sixteenth_too_large()
    {
        LatencyHistogram histogram = new();
        SeededRandom random = new(3);
        long[] values = [.. Enumerable.Range(0, 5000).Select(_ => (long)Math.Exp(random.NextDouble(0, 40)))];
        Array.ForEach(values, histogram.Add);
        Array.Sort(values);
        foreach (double level in new[] { 0.001, 0.5, 0.9, 0.99, 1 })
        {
            long exact = values[(int)Math.Ceiling(level * values.Length) - 1];
            Assert.InRange(histogram.QuantileNs(level)!.Value, exact, exact + (exact / 16) + 1);
        }

        histogram.Add(long.MaxValue);
        histogram.Add(-1);
        Assert.Equal((long.MaxValue, 1), (histogram.QuantileNs(1)!.Value, histogram.Negative));
    }

    [Fact]
    public void Misses_of_the_latency_budget_are_counted_and_shown()
    {
        LatencyBudget budget = new();
        budget.SetLimit(LatencyStage.Guard, 1_000_000);
        Assert.False(budget.Add(LatencyStage.Guard, 1_000_000));
        Assert.True(budget.Add(LatencyStage.Guard, 2_000_000));
        Assert.Contains("max 2 ms, 1 of 2 above 1 ms", budget.Describe(LatencyStage.Guard), StringComparison.Ordinal);
        Assert.Equal("policy: not measured", budget.Describe(LatencyStage.Policy));
        Assert.Equal(0, AllocatedBytes.Of(() => budget.Add(LatencyStage.Guard, 5)));
    }
}
