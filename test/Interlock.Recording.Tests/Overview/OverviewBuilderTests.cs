using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Overview;
using Interlock.Recording.Overview.Building;
using Interlock.Recording.Overview.Format;

namespace Interlock.Recording.Tests.Overview;

public sealed class OverviewBuilderTests
{
    private const int RateHz = 1000;
    private const long PeriodNs = 1_000_000;

    // Buckets of two periods: this many steps fill the budget.
    private const int Full = 2 * OverviewLimits.Buckets;

    private static readonly FlightLayout Small = new() { Channels = ["a"], Units = [ChannelUnit.None], PolicyDimension = 1, RateHz = RateHz };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Full - 1)]
    [InlineData(Full)]
    [InlineData(Full + 1)]
    [InlineData((2 * Full) - 1)]
    [InlineData((2 * Full) + 1)]
    public void Every_bucket_and_every_count_is_what_all_steps_together_say(int steps) => AssertAgrees(Steps(steps, (ulong)steps + 1));

    [Fact]
    public void Random_lengths_with_gaps_in_time_agree_as_well()
    {
        SeededRandom random = new(11);
        for (int run = 0; run < 20; run++)
        {
            AssertAgrees(Steps(1 + random.NextInt(3000), (ulong)run, gaps: true));
        }
    }

    [Fact]
    public void A_clock_that_jumps_a_year_costs_mergers_and_no_memory()
    {
        (long Ns, double?[] Values)[] steps = [.. Steps(100, 3), (365L * 86_400 * 1_000_000_000, Row(1))];
        RecordingOverview overview = AssertAgrees(steps);
        Assert.InRange(overview.Buckets, OverviewLimits.Buckets / 2, OverviewLimits.Buckets);
    }

    [Fact]
    public void Many_signals_have_fewer_buckets_so_that_memory_stays()
    {
        FlightLayout wide = Small with { PolicyDimension = 2000 };
        OverviewBuilder builder = new(wide, 0);
        StepFrame frame = new(wide) { Parts = StepParts.Policy };
        for (int i = 0; i < 4000; i++)
        {
            builder.Add(frame, i * PeriodNs);
        }

        builder.Close(long.MaxValue);
        Assert.InRange(builder.Signals.Store.Count, 1, OverviewLimits.Floats / (2 * 2000));
    }

    [Fact]
    public void A_short_recording_gives_its_overview_a_small_part_of_the_file()
    {
        OverviewBuilder builder = Built(Steps(Full, 5));
        builder.Close(recordingBytes: 1);
        RecordingOverview overview = OverviewReader.Of(builder);
        Assert.Equal(OverviewLimits.FewestOfShare, overview.Buckets);
        BruteForce.AssertAgrees(overview, Steps(Full, 5));
    }

    private static RecordingOverview AssertAgrees(IReadOnlyList<(long Ns, double?[] Values)> steps)
    {
        OverviewBuilder builder = Built(steps);
        builder.Close(long.MaxValue);
        RecordingOverview overview = OverviewReader.Of(builder);
        BruteForce.AssertAgrees(overview, steps);
        return overview;
    }

    private static OverviewBuilder Built(IReadOnlyList<(long Ns, double?[] Values)> steps)
    {
        const long start = 77;
        OverviewBuilder builder = new(Small, start);
        StepFrame frame = new(Small);
        foreach ((long ns, double?[] values) in steps)
        {
            // raw, policy, guarded, executed, state, then force and torque.
            frame.Parts = (values[0] is null ? 0 : StepParts.Policy) | (values[4] is null ? 0 : StepParts.State);
            frame.Policy[0] = values[0] ?? 0;
            frame.State[0] = values[4] ?? 0;
            frame.ForceN = values[5];
            builder.Add(frame, start + ns);
        }

        return builder;
    }

    private static List<(long Ns, double?[] Values)> Steps(int count, ulong seed, bool gaps = false)
    {
        SeededRandom random = new(seed);
        long ns = 0;
        List<(long, double?[])> steps = [];
        for (int i = 0; i < count; i++)
        {
            steps.Add((ns, Row(random.NextDouble(), random)));
            ns += gaps && random.NextDouble() < 0.02 ? PeriodNs * (1 + random.NextInt(5000)) : PeriodNs;
        }

        return steps;
    }

    private static double?[] Row(double kind, SeededRandom? random = null)
    {
        double value = random?.NextDouble() - 0.5 ?? 0.25;
        double?[] row = new double?[SignalColumns.CountOf(Small)];
        row[0] = kind switch { < 0.05 => null, < 0.1 => double.NaN, < 0.11 => double.PositiveInfinity, < 0.12 => double.NegativeInfinity, < 0.13 => double.MaxValue, _ => value };
        row[4] = kind > 0.9 ? null : -value;
        row[5] = kind is > 0.2 and < 0.8 ? value * value : null;
        for (int i = row.Length - 5; i < row.Length; i++)
        {
            row[i] = 0;
        }

        return row;
    }
}
