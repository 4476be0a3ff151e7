using Interlock.Core.Randomness;
using Interlock.Recording.Overview;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Tests.Overview;

public sealed class OverviewTallyTests
{
    private const long MsNs = 1_000_000;
    private const long SecondNs = 1_000_000_000;

    [Fact]
    public void Words_that_change_seldom_are_told_exactly()
    {
        WordSpans spans = new(2 * MsNs);
        int[] words = [0, 0, 2, 2, 2, 1, 0];
        for (int i = 0; i < words.Length; i++)
        {
            spans.Add(i * MsNs, words[i]);
        }

        Assert.Equal([(0, 0), (2, 2), (5, 1), (6, 0)], spans.Items.Select(span => ((int)(span.FromNs / MsNs), span.Word)));
        Assert.Equal(0, spans.Hidden);
    }

    [Theory]
    [InlineData(1UL, 0.5)]
    [InlineData(2UL, 0.02)]
    [InlineData(3UL, 0.2)]
    public void Words_that_change_all_the_time_are_never_shown_milder_than_they_were(ulong seed, double change)
    {
        const int steps = 60_000;
        SeededRandom random = new(seed);
        WordSpans spans = new(2 * MsNs);
        int[] words = new int[steps];
        for (int i = 1; i < steps; i++)
        {
            words[i] = random.NextDouble() < change ? random.NextInt(4) : words[i - 1];
        }

        // A long quiet time behind a noisy one.
        Array.Clear(words, 40_000, 10_000);
        for (int i = 0; i < steps; i++)
        {
            spans.Add(i * MsNs, words[i]);
        }

        Assert.InRange(spans.Items.Count, 2, OverviewLimits.Spans);
        for (int i = 0, at = 0; i < steps; i++)
        {
            at += at + 1 < spans.Items.Count && spans.Items[at + 1].FromNs <= i * MsNs ? 1 : 0;
            Assert.True(spans.Items[at].Word >= words[i], $"step {i} was {words[i]} and is shown as {spans.Items[at].Word}");
        }

        Assert.Contains(spans.Items, span => span.Word == 0 && span.FromNs >= 40_000 * MsNs && span.FromNs < 41_000 * MsNs);
    }

    [Fact]
    public void Repeats_within_a_second_are_one_run_and_every_event_is_counted()
    {
        EventTally tally = new();
        for (int i = 0; i < 2500; i++)
        {
            tally.Add(new EventKey("intervention", "GD020", "elbow"), i * MsNs, i, i, null);
        }

        tally.Add(new EventKey("supervisor", "RT001", null), 5, 0, 2, 1);
        tally.Add(new EventKey("supervisor", "RT001", null), 6, 0, 3, 2);
        Assert.Equal([1000, 1000, 500, 1, 1], tally.Runs.Select(run => run.Count));
        Assert.Equal([2500, 2], tally.Counts);
        Assert.Equal(0, tally.Hidden);
    }

    [Fact]
    public void A_flood_of_events_is_bounded_and_says_what_it_hides()
    {
        EventTally tally = new();
        const int flood = 2 * OverviewLimits.EventKeys;
        for (int i = 0; i < flood; i++)
        {
            tally.Add(new EventKey("mark", $"C{i}", null), i, i, null, null);
            tally.Add(new EventKey("mark", "SAME", null), i, i, null, null);
        }

        Assert.Equal(OverviewLimits.EventKeys, tally.Keys.Count);
        Assert.InRange(tally.Runs.Count, OverviewLimits.EventKeys, OverviewLimits.Events);
        Assert.Equal(2 * flood, tally.Counts.Sum() + tally.Uncounted);
        Assert.Equal(2 * flood, tally.Runs.Sum(run => run.Count) + tally.Hidden);
    }

    [Fact]
    public void The_worst_moments_are_those_of_all_seconds_and_a_second_apart()
    {
        SeededRandom random = new(9);
        MomentTally tally = new();
        List<(long Ns, double Margin)> all = [];
        for (int i = 0; i < 200_000; i++)
        {
            double margin = i == 70_500 ? double.NaN : random.NextDouble();
            all.Add((i * MsNs, margin));
            tally.Add(i * MsNs, i, margin);
        }

        tally.Name(70_500, "elbow");
        List<long> expected = [];
        foreach ((long ns, _) in all.GroupBy(step => step.Ns / SecondNs).Select(second => second.MinBy(step => Bad(step.Margin))).OrderBy(step => Bad(step.Margin)))
        {
            if (expected.Count < OverviewLimits.Moments && expected.TrueForAll(other => Math.Abs(other - ns) >= SecondNs))
            {
                expected.Add(ns);
            }
        }

        List<Moment> worst = tally.Worst();
        Assert.Equal(expected, worst.Select(moment => moment.Ns));
        Assert.Equal("elbow", worst[0].Channel);
    }

    private static double Bad(double margin) => double.IsNaN(margin) ? double.NegativeInfinity : margin;
}
