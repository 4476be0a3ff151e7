using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Answers;
using Interlock.Dashboard.Web.Episodes.OtherContract;

namespace Interlock.Dashboard.Tests.Web.Episodes.OtherContract;

public sealed class OtherCommandsTests
{
    private const double RateHz = 10;

    [Fact]
    public void A_bucket_has_the_smallest_and_the_largest_of_its_steps()
    {
        OtherCommands commands = Filled(steps: 100, _ => 1);
        SignalSlice slice = Assert.Single(commands.Slice([0], 0, 10, 10));
        Assert.Equal([0f, 10, 20, 30], slice.Lows[..4].ToArray());
        Assert.Equal([9f, 19, 29, 39], slice.Highs[..4].ToArray());
    }

    [Fact]
    public void Where_buckets_are_shorter_than_a_step_a_value_holds_until_the_next_and_a_gap_stays_one()
    {
        OtherCommands commands = new(1, 10, RateHz);
        commands.Add(0, [1]);
        commands.Add(0.1, []);
        commands.Add(0.5, [2]);
        SignalSlice slice = Assert.Single(commands.Slice([0], 0, 1, 20));
        Assert.Equal([1f, 1, float.NaN, float.NaN], slice.Lows[..4].ToArray());
        Assert.Equal([float.NaN, 2f, 2], slice.Lows[9..12].ToArray());
        Assert.True(float.IsNaN(slice.Lows.Span[19]));
    }

    [Fact]
    public void Of_a_recording_that_does_not_fit_several_steps_stand_together_and_no_extreme_is_lost()
    {
        OtherCommands commands = Filled(steps: 20_000, i => i == 12_345 ? -7 : 0, channels: 1000);
        Assert.True(commands.Group > 1);
        SignalSlice slice = Assert.Single(commands.Slice([999], 0, 2000, 100));
        Assert.Equal(-7, slice.Lows.ToArray().Min());
    }

    [Fact]
    public void Spans_of_other_verdicts_are_few_and_cover_every_step()
    {
        OtherVerdicts verdicts = new(RateHz);
        for (int i = 0; i < 10_000; i += 2)
        {
            verdicts.Add(i / RateHz, "pass", "clip");
        }

        Assert.InRange(verdicts.Spans.Count, 1, OtherVerdicts.MostSpans);
        Assert.All(Enumerable.Range(0, 5000), i => Assert.Contains(verdicts.Spans, (SpanAnswer span) => span.T0 <= 2 * i / RateHz && span.T1 > 2 * i / RateHz));
    }

    private static OtherCommands Filled(int steps, Func<int, double> value, int channels = 1)
    {
        OtherCommands commands = new(channels, steps, RateHz);
        double[] row = new double[channels];
        for (int i = 0; i < steps; i++)
        {
            Array.Fill(row, value(i) * (channels == 1 ? i : 1));
            commands.Add(i / RateHz, row);
        }

        return commands;
    }
}
