using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;
using Interlock.Guard.Calibration.Report;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Tests.Calibration;

public class DemonstrationCalibratorTests
{
    private static readonly CalibrationOptions Usual = new() { Name = "cell" };

    [Fact]
    public void Step_limits_are_the_99th_percentile_of_differences_within_episodes()
    {
        Demonstrations source = Demonstrations.Autoregressive(3, 40, 90, 3, 0.9);
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, Usual);
        for (int j = 0; j < 3; j++)
        {
            Assert.Equal(PercentileOfSteps(source.ReadEpisodes(), j, 0.99), outcome.Contract.Channels[j].MaxStep!.Value, 12);
        }
    }

    [Fact]
    public void Step_limits_can_leave_the_held_out_episodes_aside()
    {
        Demonstrations source = Demonstrations.Autoregressive(3, 40, 90, 2, 0.9);
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, Usual with { VelocityEpisodes = VelocityEpisodes.NotHeldOut });
        HashSet<int> heldOut = [.. outcome.Calibration.Provenance.HoldoutEpisodes];
        IEnumerable<Episode> others = source.ReadEpisodes().Where(episode => !heldOut.Contains(episode.Index));
        Assert.Equal(PercentileOfSteps(others, 1, 0.99), outcome.Contract.Channels[1].MaxStep!.Value, 12);
    }

    [Fact]
    public void Every_episode_is_in_exactly_one_part()
    {
        CalibrationProvenance provenance = DemonstrationCalibrator.Calibrate(Demonstrations.Autoregressive(4, 41, 30, 2, 0.5), Usual).Calibration.Provenance;
        int[] all = [.. provenance.FitEpisodes, .. provenance.CalibrationEpisodes, .. provenance.HoldoutEpisodes];
        Assert.Equal(Enumerable.Range(0, 41), all.Order());
        Assert.Equal(25, provenance.CalibrationEpisodes.Length);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        Demonstrations source = Demonstrations.Autoregressive(5, 36, 60, 3, 0.9);
        string first = CalibrationWriter.ToText(DemonstrationCalibrator.Calibrate(source, Usual).Calibration);
        Assert.Equal(first, CalibrationWriter.ToText(DemonstrationCalibrator.Calibrate(source, Usual).Calibration));
        Assert.NotEqual(first, CalibrationWriter.ToText(DemonstrationCalibrator.Calibrate(source, Usual with { Seed = 9 }).Calibration));
    }

    [Fact]
    public void A_small_source_is_read_once()
    {
        Demonstrations source = Demonstrations.Autoregressive(6, 30, 40, 2, 0.9);
        DemonstrationCalibrator.Calibrate(source, Usual);
        Assert.Equal(1, source.Passes);
    }

    [Fact]
    public void A_source_too_large_to_hold_is_read_again_and_gives_the_same()
    {
        Demonstrations source = Demonstrations.Autoregressive(6, 36, 40, 2, 0.9);
        string held = CalibrationWriter.ToText(DemonstrationCalibrator.Calibrate(source, Usual).Calibration);
        Assert.Equal(held, CalibrationWriter.ToText(DemonstrationCalibrator.Calibrate(source, Usual, heldValueLimit: 100).Calibration));
    }

    [Fact]
    public void A_source_that_changes_between_passes_is_noticed()
    {
        Changing source = new(Demonstrations.Autoregressive(6, 10, 40, 2, 0.9));
        DiagnosticException error = Assert.Throws<DiagnosticException>(() => DemonstrationCalibrator.Calibrate(source, Usual, heldValueLimit: 100));
        Assert.Equal("GD443", error.Diagnostics.Single().Code);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(10)]
    public void A_handful_of_episodes_gives_a_usable_contract_and_says_that_it_promises_nothing(int count)
    {
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(Demonstrations.Autoregressive(7, count, 100, 3, 0.95), Usual);
        Assert.False(outcome.Report.Coverage.Guaranteed);
        Assert.StartsWith("No guarantee", outcome.Report.Coverage.Words, StringComparison.Ordinal);
        Diagnostic finding = outcome.Report.Findings.Single(item => item.Code == "GD434");
        Assert.Contains("19 calibration episodes", finding.Hint, StringComparison.Ordinal);
        Assert.Equal(19, outcome.Report.SmallestCalibrationEpisodes);
        Assert.All(outcome.Contract.Channels, channel => Assert.True(channel.Max > channel.Min && channel.MaxStep > 0));
        Assert.Null(outcome.Report.Claims[0].Claimed);
    }

    [Fact]
    public void A_locked_joint_stays_locked_and_does_not_deafen_the_detector()
    {
        // Golden stream s08 of the published toolkit: 100.1 in float64 makes every score the rounding of its mean, and p = 1 for anything.
        Demonstrations source = Demonstrations.With(40, 60, 2, (e, t, j) => j == 0 ? 100.1 : Math.Sin((0.3 * e) + (0.1 * t)));
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, Usual);
        ChannelContract locked = outcome.Contract.Channels[0];
        Assert.InRange(100.1, locked.Min!.Value, locked.Max!.Value);
        Assert.True(locked.Max - locked.Min < 0.01);
        Assert.Null(locked.MaxStep);
        Assert.Equal(ChannelKind.Constant, outcome.Report.Channels[0].Kind);
        Assert.Contains(outcome.Report.Findings, item => item.Code == "GD435");

        var model = outcome.Calibration.Models.Conformal!;
        double score = Math.Abs(101.1 - model.Mean[0]) / model.Scale[0];
        Assert.True(Guard.Calibration.Conformal.ConformalPValue.Of(model.SortedScores, score) < 0.05);
    }

    [Fact]
    public void A_gripper_is_recognised_bounded_by_its_range_and_may_close_in_one_step()
    {
        Demonstrations source = Demonstrations.With(40, 300, 2, (e, t, j) => j == 0 ? (t is > 60 and < 140 ? 100 : 0) : Math.Sin((0.3 * e) + (0.1 * t)));
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, Usual);
        ChannelContract gripper = outcome.Contract.Channels[0];
        Assert.Equal(ChannelRole.Gripper, gripper.Role);
        Assert.InRange(gripper.Min!.Value, -30, 0);
        Assert.InRange(gripper.Max!.Value, 100, 130);
        Assert.Equal(100, gripper.MaxStep!.Value);
        Assert.Contains(outcome.Report.Findings, item => item.Code == "GD436");
    }

    [Fact]
    public void NaN_names_episode_step_and_channel()
    {
        Demonstrations source = Demonstrations.With(10, 20, 2, (e, t, j) => (e, t, j) == (4, 7, 1) ? double.NaN : t + e);
        Diagnostic error = Assert.Throws<DiagnosticException>(() => DemonstrationCalibrator.Calibrate(source, Usual)).Diagnostics.Single();
        Assert.Equal("GD431", error.Code);
        Assert.Contains("episode 4, step 7, channel joint_1", error.Message, StringComparison.Ordinal);

        CalibrationReport report = DemonstrationCalibrator.Calibrate(source, Usual with { DropNonFiniteEpisodes = true }).Report;
        Assert.Equal(9, report.FitEpisodes + report.CalibrationEpisodes + report.HoldoutEpisodes);
        Assert.Contains(report.Findings, item => item.Code == "GD431");
    }

    [Fact]
    public void Empty_and_one_row_episodes_are_skipped_and_named()
    {
        List<Episode> episodes = [.. Demonstrations.Autoregressive(8, 8, 30, 1, 0.5).ReadEpisodes(), Demonstrations.Of(8, 1), Demonstrations.Of(9, 1, 0.5)];
        CalibrationReport report = DemonstrationCalibrator.Calibrate(new Demonstrations(episodes), Usual).Report;
        Assert.Equal(["episode 8 has 0 steps", "episode 9 has 1 steps"], report.Findings.Where(item => item.Code == "GD432").Select(item => item.Message[..21]));
    }

    [Fact]
    public void Two_episodes_are_too_few()
    {
        DiagnosticException error = Assert.Throws<DiagnosticException>(() => DemonstrationCalibrator.Calibrate(Demonstrations.Autoregressive(1, 2, 30, 1, 0.5), Usual));
        Assert.Equal("GD433", error.Diagnostics.Single().Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Alpha_outside_the_open_unit_interval_is_refused_before_any_data_is_read(double alpha)
    {
        Demonstrations source = Demonstrations.Autoregressive(1, 5, 30, 1, 0.5);
        DiagnosticException error = Assert.Throws<DiagnosticException>(() => DemonstrationCalibrator.Calibrate(source, Usual with { Alpha = alpha }));
        Assert.Equal("alpha", error.Diagnostics[0].Place!.Key);
        Assert.Equal(0, source.Passes);
    }

    [Fact]
    public void Actions_that_are_rates_are_limited_by_their_own_size()
    {
        Demonstrations source = Demonstrations.Autoregressive(9, 40, 80, 1, 0.9);
        ChannelContract channel = DemonstrationCalibrator.Calibrate(source, Usual with { Reference = ActionReference.DeltaStep }).Contract.Channels[0];
        double[] sizes = [.. source.ReadEpisodes().SelectMany(episode => episode.Actions).Select(Math.Abs).Order()];
        Assert.Equal(Quantile.Linear(sizes, 0.99), channel.MaxStep!.Value, 12);
        Assert.Equal(PercentileOfSteps(source.ReadEpisodes(), 0, 0.99) * 30 * 30, channel.MaxAcceleration!.Value, 6);
    }

    [Fact]
    public void An_exceedance_that_was_asked_for_is_kept_on_unseen_episodes()
    {
        Demonstrations source = Demonstrations.Autoregressive(10, 200, 100, 7, 0.9);
        CalibrationReport percentile = DemonstrationCalibrator.Calibrate(source, Usual).Report;
        CalibrationReport asked = DemonstrationCalibrator.Calibrate(source, Usual with { VelocityExceedance = 0.02 }).Report;
        Assert.True(percentile.HoldoutVelocityExceedance.Value > 0.04);
        Assert.InRange(asked.HoldoutVelocityExceedance.Value, 0.001, 0.025);
    }

    [Fact]
    public void A_source_without_rate_gets_steps_and_a_warning()
    {
        Demonstrations source = new([.. Demonstrations.Autoregressive(11, 10, 30, 1, 0.5).ReadEpisodes()], rateHz: null);
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, Usual with { RateLimits = RateLimitOutput.MaxVelocity });
        Assert.NotNull(outcome.Contract.Channels[0].MaxStep);
        Assert.Contains(outcome.Report.Findings, item => item.Code == "GD440");
    }

    private static double PercentileOfSteps(IEnumerable<Episode> episodes, int channel, double level)
    {
        List<double> steps = [];
        foreach (Episode episode in episodes)
        {
            for (int t = 1; t < episode.Length; t++)
            {
                steps.Add(Math.Abs(episode.Action(t)[channel] - episode.Action(t - 1)[channel]));
            }
        }

        return Quantile.Linear(steps.Order().ToArray(), level);
    }

    /// <summary>Loses its last episode after the first pass.</summary>
    private sealed class Changing(IEpisodeSource inner) : IEpisodeSource
    {
        private int _passes;

        public EpisodeSourceDescription Description => inner.Description;

        public IEnumerable<Episode> ReadEpisodes() => _passes++ == 0 ? inner.ReadEpisodes() : inner.ReadEpisodes().SkipLast(5);
    }
}
