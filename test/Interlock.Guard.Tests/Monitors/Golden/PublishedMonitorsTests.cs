using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;
using Interlock.Guard.Tests.Monitors.Kinematic;

namespace Interlock.Guard.Tests.Monitors.Golden;

/// <summary>Where the published monitors are right we give their numbers; where they are wrong we must not.</summary>
public sealed class PublishedMonitorsTests
{
    // The published toolkit keeps means, scales and coefficients in float32.
    private const double SinglePrecision = 1e-5;

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.All), MemberType = typeof(GoldenStreams))]
    public void P_values_are_the_published_ones_where_no_score_is_tied(string name)
    {
        GoldenStream golden = new(name);
        ConformalModel model = ConformalOf(golden);
        double[] ours = BankSteps(golden, new MonitorModels { Conformal = model }, "p_value");
        double[] published = golden.Steps("ConformalActionMonitor", "p_value");
        double[] scores = golden.Steps("ConformalActionMonitor", "nonconformity_score");
        for (int t = 0; t < ours.Length; t++)
        {
            int near = model.SortedScores.Count(score => Math.Abs(score - scores[t]) < SinglePrecision);
            Assert.InRange(ours[t] - published[t], -1e-12 - (near / (model.SortedScores.Length + 1.0)), 1e-12 + (near / (model.SortedScores.Length + 1.0)));
        }

        Assert.True(ours.Zip(published).Count(pair => Math.Abs(pair.First - pair.Second) < 1e-12) > 0.9 * ours.Length);
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.All), MemberType = typeof(GoldenStreams))]
    public void Stalls_are_the_published_ones_at_the_published_threshold(string name)
    {
        GoldenStream golden = new(name);
        double threshold = golden.Monitor("StallDetector").GetProperty("config").GetProperty("movement_threshold").GetDouble();
        double[] ours = Run(golden, channels => new Stall(channels, new MonitorModels { StallMotionNorm = threshold }));
        Assert.Equal(golden.Steps("StallDetector", "is_stalled")[1..], ours[1..]);
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.All), MemberType = typeof(GoldenStreams))]
    public void Jerk_is_the_published_maximum_over_the_joints(string name)
    {
        GoldenStream golden = new(name);
        double[] ours = Run(golden, channels => new JerkRms(channels));
        double[] published = golden.Steps("JerkMonitor", "max_jerk");
        Assert.All(Enumerable.Range(3, ours.Length - 3), t => Assert.Equal(published[t], ours[t], 1e-6));
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.All), MemberType = typeof(GoldenStreams))]
    public void The_reversal_rate_is_the_published_sum_made_a_fraction(string name)
    {
        GoldenStream golden = new(name);
        if (Episodes.Motions(golden.Actions).Any(motion => motion.Contains(0)))
        {
            // The published rate counts going to a stop and leaving it; ours counts neither.
            Assert.True(ReversalRate(golden) < golden.EpisodeReversalRate / golden.Channels);
            return;
        }

        Assert.Equal(golden.EpisodeReversalRate / golden.Channels, ReversalRate(golden), 9);
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.All), MemberType = typeof(GoldenStreams))]
    public void The_total_variation_is_the_published_one_per_step(string name)
    {
        GoldenStream golden = new(name);
        double ours = Run(golden, _ => new TotalVariationRate()).Skip(1).Sum();
        Assert.Equal(golden.EpisodeTotalVariation, ours, 1e-5 * golden.EpisodeTotalVariation);
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.Smooth), MemberType = typeof(GoldenStreams))]
    public void Momentum_coherence_is_the_published_one_on_smooth_motion(string name)
    {
        GoldenStream golden = new(name);
        double[] ours = Run(golden, channels => new MomentumCoherence(channels));
        double[] published = golden.Steps("MomentumCoherenceMonitor", "coherence");
        double[][] motions = Episodes.Motions(golden.Actions);
        int[] compared = [.. Enumerable.Range(5, ours.Length - 5).Where(t => !LeadsBack(motions[(t - 5)..(t - 1)]))];
        Close.Equal([.. compared.Select(t => published[t])], [.. compared.Select(t => ours[t])]);
        Assert.True(compared.Length > 0.9 * ours.Length, $"{compared.Length} of {ours.Length}");
    }

    [SharedFact(GoldenStreams.Folder)]
    public void A_freeze_scores_one_in_the_published_monitor_and_zero_in_ours()
    {
        GoldenStream golden = new("s05_stalled_d7");
        int frozen = Array.FindIndex(Episodes.Motions(golden.Actions), motion => motion.All(value => value == 0)) + 10;
        Assert.Equal(1, golden.Steps("MomentumCoherenceMonitor", "coherence")[frozen]);
        Assert.Equal(0, Run(golden, channels => new MomentumCoherence(channels))[frozen]);
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.All), MemberType = typeof(GoldenStreams))]
    public void The_spectral_ratio_is_the_published_one_but_for_the_mean(string name)
    {
        GoldenStream golden = new(name);
        double[] published = golden.Steps("SpectralEnergyMonitor", "ser");
        double[] ours = Run(golden, channels => new SpectralEnergyRatio(channels));
        for (int t = SpectralWindow.Length - 1; t < golden.Actions.Length; t += SpectralWindow.Length / 2)
        {
            double[][] window = golden.Actions[(t - SpectralWindow.Length + 1)..(t + 1)];
            Assert.Equal(published[t], SpectrumOracle.LowShare(window, removeMean: false), 1e-6);
            double expected = SpectrumOracle.LowShare(window, removeMean: true);
            Close.Equal(window.All(action => action.SequenceEqual(window[0])) ? double.NaN : expected, ours[t]);
        }
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.All), MemberType = typeof(GoldenStreams))]
    public void Linear_predictability_is_the_published_largest_error(string name)
    {
        GoldenStream golden = new(name);
        double[][] coefficients = GoldenStream.Matrix(golden.Monitor("LinearPredictabilityMonitor").GetProperty("coeffs"));
        LinearPredictabilityModel model = new(
            [.. coefficients.Select(pair => pair[0])], [.. coefficients.Select(pair => pair[1])], [.. coefficients.Select(_ => 1.0)]);
        double[] published = golden.Steps("LinearPredictabilityMonitor", "max_error");
        double[] ours = Run(golden, channels => new LinearPredictability(channels, model));
        Assert.All(Enumerable.Range(1, ours.Length - 1), t => Assert.Equal(published[t], ours[t], SinglePrecision));
        Assert.True(double.IsNaN(ours[0]));
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.All), MemberType = typeof(GoldenStreams))]
    public void Action_energy_is_the_published_deviation_without_its_sign(string name)
    {
        GoldenStream golden = new(name);
        double[] calibrated = GoldenStream.Vector(golden.Monitor("ActionEnergyMonitor").GetProperty("calibrated"));
        MonitorModels models = new()
        {
            Conformal = new ConformalModel(new double[golden.Channels], [.. Enumerable.Repeat(1.0, golden.Channels)], [1]),
            Energy = new EnergyModel(calibrated[0], calibrated[1]),
        };
        double[] ours = BankSteps(golden, models, "action_energy");
        double[] published = golden.Steps("ActionEnergyMonitor", "energy_zscore");
        Close.Equal([.. published.Select(Math.Abs)], ours);
    }

    [SharedFact(GoldenStreams.Folder)]
    public void Gripper_flips_are_the_published_ones()
    {
        GoldenStream golden = new("s11_gripper_flips_d7");
        double[] published = golden.Steps("GripperOscillationDetector", "flips");
        double[] ours = Run(golden, channels => new GripperOscillation(channels, null), Layouts.Arm(6));
        Assert.All(Enumerable.Range(9, ours.Length - 9), t => Assert.Equal(published[t] / 9, ours[t], 12));
        Assert.Contains(1.0, ours);
    }

    [SharedTheory(GoldenStreams.Folder)]
    [MemberData(nameof(GoldenStreams.Smooth), MemberType = typeof(GoldenStreams))]
    public void Correlation_divergence_stays_near_the_published_one_with_the_published_reference(string name)
    {
        GoldenStream golden = new(name);
        if (golden.Channels < 4)
        {
            return;
        }

        // Their reference is shrunk by 0.9 already; ours is the plain correlation.
        double[][] shrunk = GoldenStream.Matrix(golden.Monitor("CorrelationDivergenceMonitor").GetProperty("cal_corr"));
        double[] reference = [.. shrunk.SelectMany((row, i) => row.Select((value, j) => i == j ? 1 : value / 0.9))];
        double[] ours = Run(golden, channels => new CorrelationDivergence(channels, new CorrelationModel(reference)));
        double[] published = golden.Steps("CorrelationDivergenceMonitor", "divergence");
        double meanOurs = ours.Skip(60).Average();
        double meanPublished = published.Skip(60).Average();
        Assert.InRange(meanOurs / meanPublished, 0.85, 1.15);
    }

    // The four motions whose sum is no direction, where ours differs on purpose.
    private static bool LeadsBack(double[][] past)
    {
        double net = Math.Sqrt(past[0].Select((_, j) => Math.Pow(past.Sum(motion => motion[j]), 2)).Sum());
        return net < 0.5 * past.Sum(motion => Math.Sqrt(motion.Sum(value => value * value)));
    }

    private static double ReversalRate(GoldenStream golden)
    {
        ChannelLayout layout = Layouts.Joints(golden.Channels);
        MonitorModels noBand = new() { MotionDeadBand = new double[golden.Channels] };
        return new MonitorRunner(layout, new ReversalRate(new ChannelLanes(layout), noBand)).Episode(golden.Actions);
    }

    private static ConformalModel ConformalOf(GoldenStream golden)
    {
        var calibrated = golden.Monitor("ConformalActionMonitor").GetProperty("calibrate");
        double[] mean = GoldenStream.Vector(calibrated.GetProperty("cal_mean"));
        double[] scale = GoldenStream.Vector(calibrated.GetProperty("cal_std"));
        double[] scores = [.. golden.Demonstrations.Select(row => row.Select((value, j) => Math.Abs(value - mean[j]) / scale[j]).Max()).Order()];
        return new ConformalModel(mean, scale, scores);
    }

    private static double[] BankSteps(GoldenStream golden, MonitorModels models, string name)
    {
        MonitorBank bank = new(Layouts.Joints(golden.Channels), Core.Contract.PolicyProfile.Unknown, models);
        int index = bank.IndexOf(name);
        return [.. golden.Actions.Select(action =>
        {
            bank.Observe(action, StepFacts.None);
            return bank.StepValue(index);
        })];
    }

    private static double[] Run(GoldenStream golden, Func<ChannelLanes, IMonitor> monitor, ChannelLayout? layout = null)
    {
        layout ??= Layouts.Joints(golden.Channels);
        return new MonitorRunner(layout, monitor(new ChannelLanes(layout))).Steps(golden.Actions);
    }
}
