using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Drift;

namespace Interlock.ExecSpec.Tests.Gate.Checks;

public sealed class StatisticsCheckTests
{
    private static readonly ExecutableSpec Full = GateSpecs.Full;

    [Fact]
    public void A_float32_copy_is_the_same_statistics()
    {
        GateReport report = GateSpecs.Run(Full, Full with { Unnormaliser = RoundedStatistics.Through(Full.Unnormaliser, RoundedStatistics.Float32) });
        Assert.True(report.MayStart, GateSpecs.Words(report));
        Assert.Equal(GateStatus.Passed, report.Finding("EX021").Status);
    }

    [Fact]
    public void A_float16_copy_is_noted()
    {
        GateReport report = GateSpecs.Run(Full, Full with { Unnormaliser = RoundedStatistics.Through(Full.Unnormaliser, RoundedStatistics.Float16) });
        Assert.True(report.MayStart, GateSpecs.Words(report));
        Assert.Equal("statistics of `libero_goal` are the certified ones but for rounding to float16", report.Finding("EX021").Text);
    }

    [Fact]
    public void Statistics_that_nobody_certified_are_called_that()
    {
        GateReport report = GateSpecs.Run(Full, Scaled(1.5));
        Assert.StartsWith("loaded statistics, called `libero_goal`, are none that the certificate knows; certified `libero_goal`", report.FirstCause!.Text, StringComparison.Ordinal);
        Assert.NotEqual(report.FirstCause.Expected, report.FirstCause.Observed);
    }

    [Fact]
    public void The_statistics_of_another_entry_under_the_certified_name_are_found_out()
    {
        GateReport report = GateSpecs.Run(Full, Full with { Unnormaliser = Full.Siblings[0] with { Key = "libero_goal" } });
        Assert.StartsWith("loaded statistics are `libero_spatial`, called `libero_goal`; certified `libero_goal`", report.FirstCause!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_the_scheme_does_not_use_is_compared_as_well()
    {
        GateReport report = GateSpecs.Run(Full, Table(table => table with { Std = [.. table.Std!.Select(value => value * 1.01)] }));
        Assert.Equal(["EX021"], report.FailedCodes());
        Assert.Equal("std in the statistics of `libero_goal` differs from the certified file", report.FirstCause!.Text);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_broken_number_in_an_unused_row_is_a_difference(double broken)
    {
        ExecutableSpec running = Table(table => table with { Mean = [broken, .. table.Mean!.Skip(1)] });
        Assert.Equal(["EX021"], GateSpecs.Run(Full, running).FailedCodes());
        Assert.Contains("EX021", GateSpecs.Run(running, Full).FailedCodes());
    }

    [Fact]
    public void A_row_that_is_absent_or_too_many_is_named()
    {
        ExecutableSpec less = Table(table => table with { Max = null });
        Assert.Equal("absent", GateSpecs.Run(Full, less).Failure("EX021").Observed);
        Assert.Equal("absent", GateSpecs.Run(less, Full).Failure("EX021").Expected);
    }

    [Fact]
    public void Rows_of_another_length_are_a_difference() =>
        Assert.Contains("EX021", GateSpecs.Run(Full, Table(table => table with { Mean = [.. table.Mean!, 0.0] })).FailedCodes());

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    [InlineData(2, 3)]
    public void Statistics_of_another_number_of_positions_are_refused(int certified, int running)
    {
        GateReport report = GateSpecs.Run(PerPosition(certified), PerPosition(running));
        Assert.Contains("EX021", report.FailedCodes());
        Assert.Contains(report.Failures, finding => finding.Text.Contains("positions", StringComparison.Ordinal) || finding.Code == "EX026");
    }

    [Fact]
    public void Positions_that_agree_pass() => Assert.True(GateSpecs.Run(PerPosition(3), PerPosition(3)).MayStart);

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(1)]
    public void An_action_of_another_length_is_refused_as_such(int channels)
    {
        ActionChannel extra = new() { Name = "extra" };
        ExecutableSpec other = Full with
        {
            Action = Full.Action with { Channels = [.. Full.Action.Channels.Append(extra).Take(channels)], Rotations = [] },
            Gripper = null,
            Unnormaliser = RoundedStatistics.Through(Full.Unnormaliser, value => value) with { Mask = null },
        };
        Assert.Contains("EX030", GateSpecs.Run(Full, other).FailedCodes());
        Assert.Contains("EX030", GateSpecs.Run(other, Full).FailedCodes());
    }

    [Fact]
    public void A_channel_that_never_moved_passes_where_it_is_certified_so_and_nowhere_else()
    {
        ExecutableSpec constant = Table(table => table with { Quantiles = [.. table.Quantiles.Select(row => row with { Values = [0.25, .. row.Values.Skip(1)] })] });
        GateReport same = GateSpecs.Run(constant, constant);
        Assert.True(same.MayStart, GateSpecs.Words(same));
        Assert.Contains("never moved", same.Finding("EX024").Text, StringComparison.Ordinal);
        Assert.Equal("x: the range is empty or reversed (low 0.25, high 0.25)", GateSpecs.Run(Full, constant).Failure("EX024").Text);
    }

    private static ExecutableSpec Scaled(double factor) =>
        Full with { Unnormaliser = RoundedStatistics.Through(Full.Unnormaliser, value => value * factor) };

    private static ExecutableSpec Table(Func<ActionStatistics, ActionStatistics> change) =>
        Full.With(normaliser => normaliser with { Statistics = change(normaliser.Statistics!) });

    private static ExecutableSpec PerPosition(int positions) => Table(table =>
    {
        double[]? Repeat(IReadOnlyList<double>? row) => row is null ? null : [.. Enumerable.Repeat(row, positions).SelectMany(values => values)];
        return table with
        {
            Timesteps = positions,
            Min = Repeat(table.Min),
            Max = Repeat(table.Max),
            Mean = Repeat(table.Mean),
            Std = Repeat(table.Std),
            Quantiles = [.. table.Quantiles.Select(row => row with { Values = Repeat(row.Values)! })],
        };
    }) with
    { Action = Full.Action with { Horizon = 1, Execute = 1 } };
}
