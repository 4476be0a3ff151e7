using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Tests.Monitors;

public sealed class MonitorBankTests
{
    private static readonly string[] Names =
    [
        "reversal_rate", "jerk_rms", "momentum_coherence", "spectral_energy_ratio", "stall", "velocity_violations", "total_variation_rate",
        "clip_magnitude", "chunk_seam_jump", "gripper_oscillation", "action_energy", "linear_predictability", "correlation_divergence", "latency",
        "latency_budget", "p_value", "out_of_distribution", "temporal_consistency", "chunk_entropy", "override_rate",
    ];

    [Fact]
    public void It_has_every_monitor_under_its_published_name()
    {
        MonitorBank bank = Calibrated(7);
        Assert.Equal(Names.Order(), bank.Infos.Select(info => info.Name).Order());
        Assert.All(bank.Infos, info => Assert.False(string.IsNullOrWhiteSpace(info.Summary)));
    }

    [Fact]
    public void Every_monitor_has_a_page() => Assert.All(Names, name =>
        Assert.True(File.Exists(Path.Combine(SharedFiles.RepositoryRoot, "docs", "monitors", name + ".md")), name));

    [Fact]
    public void The_executed_commands_have_a_smaller_bank_under_their_own_names()
    {
        MonitorBank bank = MonitorBank.ForExecuted(Layouts.Joints(2), null);
        Assert.Equal(
            ["executed_reversal_rate", "executed_jerk_rms", "executed_momentum_coherence", "executed_stall", "executed_total_variation_rate"],
            bank.Infos.Select(info => info.Name));
        Feed(bank, 50, 2);
        bank.ObserveNonFinite(StepFacts.None);
        bank.ObserveChunk([1, 2], 1, 1);
        Assert.All(Enumerable.Range(0, bank.Count), index => Assert.False(double.IsNaN(bank.EpisodeValue(index))));
    }

    [Fact]
    public void A_calibrated_bank_has_a_value_for_everything()
    {
        MonitorBank bank = Calibrated(7);
        Feed(bank, 200, 7);
        double[] steps = new double[bank.Count];
        bank.CopyStepValues(steps);
        for (int i = 0; i < bank.Count; i++)
        {
            Assert.True(double.IsFinite(bank.EpisodeValue(i)), bank.Infos[i].Name);
            Assert.Equal(bank.StepValue(i), steps[i]);
        }
    }

    [Fact]
    public void Without_models_and_limits_the_monitors_that_need_them_stay_silent()
    {
        MonitorBank bank = new(Layouts.Arm(6), PolicyProfile.Unknown, null);
        Feed(bank, 200, 7);
        string[] silent = [.. Enumerable.Range(0, bank.Count).Where(index => double.IsNaN(bank.EpisodeValue(index))).Select(index => bank.Infos[index].Name)];
        Assert.Equal(
            [
                "action_energy", "chunk_entropy", "correlation_divergence", "latency_budget", "linear_predictability",
                "out_of_distribution", "p_value", "temporal_consistency", "velocity_violations",
            ],
            silent.Order());
    }

    [Fact]
    public void A_robot_of_grippers_only_has_no_motion_to_speak_of()
    {
        MonitorBank bank = new(Layouts.GripperOnly(), PolicyProfile.Unknown, null);
        Feed(bank, 100, 1);
        string[] motion = ["reversal_rate", "jerk_rms", "momentum_coherence", "stall", "spectral_energy_ratio"];
        Assert.All(motion, name => Assert.True(double.IsNaN(bank.EpisodeValue(bank.IndexOf(name))), name));
        Assert.False(double.IsNaN(bank.EpisodeValue(bank.IndexOf("gripper_oscillation"))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(14)]
    public void Reset_restores_the_fresh_state_to_the_last_bit(int channels)
    {
        MonitorBank used = Calibrated(channels);
        MonitorBank fresh = Calibrated(channels);
        Feed(used, 137, channels, seed: 1);
        used.ObserveNonFinite(StepFacts.None);
        used.Reset();
        Assert.Equal(Values(fresh), Values(used));
        Feed(used, 90, channels, seed: 2);
        Feed(fresh, 90, channels, seed: 2);
        Assert.Equal(Values(fresh), Values(used));
    }

    [Fact]
    public void A_non_finite_action_in_between_changes_no_monitor_of_the_motion()
    {
        MonitorBank interrupted = Calibrated(4);
        MonitorBank plain = Calibrated(4);
        Feed(interrupted, 60, 4, seed: 3);
        Feed(plain, 60, 4, seed: 3);
        interrupted.ObserveNonFinite(StepFacts.None);
        Feed(interrupted, 60, 4, seed: 4);
        Feed(plain, 60, 4, seed: 4);
        string[] motion =
        [
            "reversal_rate", "jerk_rms", "momentum_coherence", "stall", "spectral_energy_ratio", "total_variation_rate",
            "correlation_divergence",
        ];
        Assert.All(motion, name => Assert.Equal(plain.EpisodeValue(plain.IndexOf(name)), interrupted.EpisodeValue(interrupted.IndexOf(name))));
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(1e308)]
    [InlineData(5e-324)]
    public void Finite_extremes_leave_no_monitor_with_a_NaN(double extreme)
    {
        MonitorBank bank = Calibrated(5);
        Feed(bank, 60, 5);
        for (int t = 0; t < 20; t++)
        {
            double sign = t % 2 == 0 ? 1 : -1;
            bank.Observe([extreme * sign, -extreme, extreme, 0, extreme * sign], new StepFacts { LatencyMs = 1 });
        }

        Feed(bank, 200, 5);
        Assert.All(Enumerable.Range(0, bank.Count), index => Assert.True(double.IsFinite(bank.EpisodeValue(index)), bank.Infos[index].Name));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        MonitorBank bank = Calibrated(14);
        MonitorBank executed = MonitorBank.ForExecuted(Layouts.Joints(14), null);
        double[] values = new double[bank.Count];
        double[][] actions = Episodes.Random(1, 400, 14);
        double[] chunk = new double[4 * 8 * 14];
        Assert.Equal(0, AllocatedBytes.Of(() => Run(bank, executed, actions, chunk, values)));
    }

    [Fact]
    public void An_action_of_the_wrong_length_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calibrated(3).Observe([1, 2], StepFacts.None));

    private static void Run(MonitorBank bank, MonitorBank executed, double[][] actions, double[] chunk, double[] values)
    {
        for (int t = 0; t < actions.Length; t++)
        {
            StepFacts facts = new() { LatencyMs = 3, ChunkStart = t % 8 == 0 };
            bank.Observe(actions[t], facts);
            executed.Observe(actions[t], facts);
            bank.CopyStepValues(values);
            if (t % 8 == 0)
            {
                bank.ObserveNonFinite(facts);
                bank.ObserveChunk(chunk, 4, 8);
            }
        }
    }

    private static void Feed(MonitorBank bank, int steps, int channels, ulong seed = 5)
    {
        double[][] actions = Episodes.Random(seed, steps, channels);
        for (int t = 0; t < steps; t++)
        {
            if (t % 8 == 0)
            {
                bank.ObserveChunk([.. actions[t], .. actions[t], .. actions[t], .. actions[t]], 2, 2);
            }

            bank.Observe(actions[t], new StepFacts { LatencyMs = 5, ChunkStart = t % 4 == 0 });
            if (t % 8 == 0)
            {
                bank.ObserveChunk([.. actions[t], .. actions[t], .. actions[t], .. actions[t]], 2, 2);
            }
        }
    }

    private static double[] Values(MonitorBank bank) =>
        [.. Enumerable.Range(0, bank.Count).SelectMany(index => new[] { bank.StepValue(index), bank.EpisodeValue(index) })];

    private static MonitorBank Calibrated(int channels)
    {
        SeededRandom random = new(8);
        double[] ones = [.. Enumerable.Repeat(1.0, channels)];
        double[] identity = new double[channels * channels];
        for (int i = 0; i < channels; i++)
        {
            identity[(i * channels) + i] = 1;
        }

        MonitorModels models = new()
        {
            Conformal = new ConformalModel(new double[channels], ones, [.. Enumerable.Range(0, 99).Select(_ => random.NextDouble(0, 3)).Order()]),
            Mahalanobis = new MahalanobisModel(new double[channels], identity, 0),
            LinearPredictability = new LinearPredictabilityModel(ones, new double[channels], ones),
            Correlation = new CorrelationModel(identity),
            Energy = new EnergyModel(channels, 1),
        };
        MonitorLimits limits = new() { MaxMotion = ones, LatencyBudgetMs = 4 };
        ChannelLayout layout = channels == 1 ? Layouts.Joints(1) : Layouts.Arm(channels - 1);
        return new MonitorBank(layout, PolicyProfile.Unknown, models, limits);
    }
}
