using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Drift;

namespace Interlock.ExecSpec.Tests.Gate.Probing;

/// <summary>Decode paths that are what they claim, and paths that are not although every file says so.</summary>
public sealed class ProbeTests
{
    private static readonly ExecutableSpec Goal = GateSpecs.Goal;

    [Fact]
    public void Our_own_decoder_is_what_was_certified() => Assert.Equal(GateStatus.Passed, Judge(Own(Goal)).Status);

    [Fact]
    public void Arithmetic_in_float32_passes() => Assert.Equal(GateStatus.Passed, Judge(Affine(value => (float)value)).Status);

    [Fact]
    public void Statistics_in_bfloat16_are_noted()
    {
        Normaliser rounded = RoundedStatistics.Through(Goal.Unnormaliser, RoundedStatistics.BFloat16);
        GateFinding finding = Judge(Own(Goal with { Unnormaliser = rounded }));
        Assert.Equal(GateStatus.Noted, finding.Status);
        Assert.Contains("but for rounding", finding.Text, StringComparison.Ordinal);
    }

    /// <summary>Rounded at every step, yaw is 1.3 % of its half-range off: more than rounded statistics make, and more than is tolerated.</summary>
    [Fact]
    public void Arithmetic_in_bfloat16_at_every_step_is_refused_with_the_numbers() =>
        AssertRefused(Affine(RoundedStatistics.BFloat16), "with the certified statistics but not everywhere as certified; yaw at z = 0.692874: 0.292969, certified 0.296257");

    [Fact]
    public void A_path_that_clips_at_one_is_seen_beyond_it() =>
        AssertRefused(new Path(rows => Own(Goal).Decode([.. rows.Select(row => row.Select(z => Math.Clamp(z, -1, 1)).ToArray())])), "at z = 1.3", "not everywhere as certified");

    [Fact]
    public void Two_swapped_channels_are_seen() => AssertRefused(Changed(row => (row[1], row[2]) = (row[2], row[1])), "decodes differently");

    [Fact]
    public void A_gripper_that_closes_for_open_is_named() => AssertRefused(Changed(row => row[6] = -row[6]), "gripper at z", "not everywhere as certified");

    [Fact]
    public void A_gripper_threshold_that_moved_by_a_fiftieth_is_seen() =>
        AssertRefused(Own(Goal with { Gripper = GateSpecs.Gripper with { Threshold = 0.49 } }), "gripper at z");

    [Fact]
    public void A_tie_that_is_decided_otherwise_is_seen() =>
        AssertRefused(Own(Goal with { Gripper = GateSpecs.Gripper with { Tie = GripperTie.Open } }), "gripper at z = 0.5: -1, certified 0");

    [Fact]
    public void The_sibling_that_a_path_decodes_with_is_named() =>
        AssertRefused(Own(Goal with { Unnormaliser = LiberoSpecs.Printed["libero_10"] }), "decodes with the statistics `libero_10`");

    [Fact]
    public void A_path_that_decodes_nothing_is_named() =>
        AssertRefused(new Path(rows => [.. rows]), "passes the numbers of the network through");

    [Fact]
    public void Another_epsilon_is_less_than_rounding_and_noted()
    {
        ExecutableSpec openPi = Goal.With(normaliser => normaliser with { Arithmetic = LibraryArithmetic.OpenPi });
        Assert.Equal(GateStatus.Noted, Judge(Own(openPi)).Status);
        GateReport declared = GateSpecs.Run(Goal, openPi);
        Assert.Equal("EX020", declared.FirstCause!.Code);
        Assert.Contains("epsilon 1E-06 forward", declared.FirstCause.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_path_that_makes_a_number_of_a_broken_one_is_refused(double given) => AssertRefused(
        new Path(rows => Own(Goal).Decode([.. rows.Select(row => row.Select(z => z.Equals(given) ? 0 : z).ToArray())])), "turns", "into the command");

    [Fact]
    public void A_path_that_refuses_broken_numbers_passes() => Assert.DoesNotContain(
        GateSpecs.Probe(Goal, new Path(rows => [.. rows.Zip(Own(Goal).Decode(rows), (row, command) => row.All(double.IsFinite) ? command : null)])).Failures,
        finding => finding.Code == "EX025");

    [Fact]
    public void An_infinity_that_the_certified_clip_takes_to_the_end_hides_nothing()
    {
        ExecutableSpec clipping = Goal.With(normaliser => normaliser with { Arithmetic = LibraryArithmetic.GrootProcessor(NormalisationScheme.MinMax) });
        Path library = new(rows => Own(clipping).Decode([.. rows.Select(row => row.Select((z, i) => double.IsNaN(z) || i == 6 ? z : Math.Clamp(z, -1, 1)).ToArray())]));
        GateReport report = GateSpecs.Probe(clipping, library);
        Assert.True(report.MayStart, GateSpecs.Words(report));
    }

    [Fact]
    public void A_path_that_cannot_be_reached_is_refused_with_the_reason() =>
        AssertRefused(new Path(_ => throw new IOException("connection refused")), "could not be probed: connection refused");

    [Fact]
    public void A_path_that_fails_only_on_broken_numbers_is_refused() => AssertRefused(
        new Path(rows => rows.All(row => row.All(double.IsFinite)) ? Own(Goal).Decode(rows) : throw new IOException("500")), "could not be probed: 500");

    [Fact]
    public void Fewer_rows_are_refused() => AssertRefused(new Path(rows => [.. Own(Goal).Decode(rows).Skip(1)]), "did not answer", "rows of 7 numbers: it answered");

    [Fact]
    public void Fewer_rows_of_broken_numbers_are_refused() => AssertRefused(
        new Path(rows => rows.All(row => row.All(double.IsFinite)) ? Own(Goal).Decode(rows) : []), "answered 0 of 21 rows");

    [Fact]
    public void Shorter_rows_are_refused() =>
        AssertRefused(new Path(rows => [.. Own(Goal).Decode(rows).Select(row => row!.Take(6).ToArray())]), "rows of 7 numbers: a row has 6");

    [Fact]
    public void A_path_that_refuses_finite_numbers_is_refused() => AssertRefused(new Path(rows => [.. rows.Select(_ => (double[]?)null)]), "refused finite numbers");

    [Fact]
    public void No_path_at_all_is_refused_where_the_robot_is()
    {
        GateRequest request = new() { Certified = Goal, Running = Goal };
        Assert.Equal("EX025", StartupGate.Run(request).FirstCause!.Code);
        Assert.True(StartupGate.Run(request with { Scope = GateScope.WithoutRobot }).MayStart);
    }

    [Fact]
    public void Rounding_decides_no_gripper_next_to_its_threshold()
    {
        Normaliser unmasked = Goal.Unnormaliser with
        {
            Mask = null,
            Statistics = Goal.Unnormaliser.Statistics! with { Quantiles = [.. Goal.Unnormaliser.Statistics!.Quantiles.Select(row => new QuantileRow(row.Level, [.. row.Values.SkipLast(1), row.Level]))] },
        };
        ExecutableSpec awkward = Goal with { Unnormaliser = unmasked };
        GateReport report = GateSpecs.Probe(awkward, Affine(value => (float)value, awkward));
        Assert.True(report.MayStart, GateSpecs.Words(report));
    }

    private static SpecDecodePath Own(ExecutableSpec spec) => new(spec);

    private static Path Changed(Action<double[]> change) => new(rows => [.. Own(Goal).Decode(rows).Select(row =>
    {
        double[] changed = [.. row!];
        change(changed);
        return changed;
    })]);

    /// <summary>A decoder with every intermediate result in another number format, as a library that works in it has.</summary>
    private static Path Affine(Func<double, double> format, ExecutableSpec? spec = null) => new(rows => [.. rows.Select(row =>
    {
        ExecutableSpec decoded = spec ?? Goal;
        (IReadOnlyList<double> low, IReadOnlyList<double> high) = decoded.Unnormaliser.Rows!.Value;
        double[] command = [.. row.Select((z, i) => decoded.Unnormaliser.AppliesTo(i)
            ? format(format(format(format(0.5 * format(format(z) + 1)) * format(format(high[i]) - format(low[i])))) + format(low[i]))
            : format(z))];
        command[6] = double.IsNaN(command[6]) ? double.NaN : -Math.Sign(command[6] - 0.5);
        return command;
    })]);

    private static GateFinding Judge(IDecodePath path) => GateSpecs.Probe(Goal, path).Finding("EX025");

    private static void AssertRefused(IDecodePath path, params string[] words)
    {
        GateFinding failure = GateSpecs.Probe(Goal, path).Failure("EX025");
        Assert.All(words, word => Assert.Contains(word, failure.Text, StringComparison.Ordinal));
    }

    private sealed class Path(Func<IReadOnlyList<IReadOnlyList<double>>, IReadOnlyList<IReadOnlyList<double>?>> decode) : IDecodePath
    {
        public string Name => "server";

        public IReadOnlyList<IReadOnlyList<double>?> Decode(IReadOnlyList<IReadOnlyList<double>> rows) => decode(rows);
    }
}
