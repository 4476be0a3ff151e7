using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Guard.Alarms;
using Interlock.Guard.Alarms.Learning;
using Interlock.Guard.Calibration;
using Interlock.Guard.Monitors;
using Interlock.Guard.Tests.Calibration;

namespace Interlock.Guard.Tests.Alarms;

public class FunctionalBandTests
{
    private const int Steps = 80;
    private const int Channels = 3;

    /// <summary>
    /// 36 calibration episodes at alpha = 0.1: a normal episode crosses with chance at most 0.1. 40 resamples of 25 fresh episodes have a
    /// standard error of 0.013 (the crossing chance varies between calibrations), so 0.18 is six of them away.
    /// </summary>
    [Theory]
    [InlineData("band")]
    [InlineData("novel_and_confused")]
    public void A_normal_episode_ever_crosses_with_chance_alpha_at_most(string alarm)
    {
        const int resamples = 40;
        const int fresh = 25;
        int crossed = 0;
        for (ulong resample = 0; resample < resamples; resample++)
        {
            CalibrationOutcome outcome = Calibrate(60, resample, new AlarmOptions { EpisodeAlpha = 0.1 });
            SeededRandom random = new(resample + 500);
            crossed += Enumerable.Range(0, fresh).Count(i => Fires(outcome, alarm, Demonstrations.Autoregressive(random, i, Steps, Channels, 0.95)));
        }

        Assert.InRange(crossed / (double)(resamples * fresh), 0.01, 0.18);
    }

    [Fact]
    public void A_zigzag_crosses_the_band_and_a_novel_zigzag_the_conjunction()
    {
        CalibrationOutcome outcome = Calibrate(60, 3, new AlarmOptions { BandMonitors = ["momentum_coherence"] });
        double[] zigzag = [.. Enumerable.Range(0, Steps * Channels).Select(k => ((k / Channels) % 2) + 6.0)];
        Assert.True(Fires(outcome, "band", Demonstrations.Of(0, Channels, zigzag)));
        Assert.True(Fires(outcome, "novel_and_confused", Demonstrations.Of(0, Channels, zigzag)));
    }

    [Fact]
    public void What_fired_tells_its_monitor_and_that_it_is_over_its_limit()
    {
        CalibrationOutcome outcome = Calibrate(60, 3, new AlarmOptions { BandMonitors = ["momentum_coherence", "reversal_rate"] });
        ActionGuard guard = new(outcome.Contract with { Mode = Interlock.Core.Contract.GuardMode.Monitor }, new ActionGuardOptions { Calibration = outcome.Calibration });
        guard.BeginEpisode(default);
        double[] safe = new double[Channels];
        HashSet<string> told = [];
        for (int step = 0; step < Steps; step++)
        {
            double[] zigzag = [.. Enumerable.Repeat((step % 2) + 6.0, Channels)];
            guard.Step(zigzag, default, safe);
            foreach (int alarm in guard.LastAlarms)
            {
                AlarmReading reading = guard.ReadAlarm(alarm);
                Assert.True(reading.Value > reading.Limit || guard.Alarms[alarm].Code == AlarmCodes.Cusum, $"{reading}");
                told.Add($"{guard.Alarms[alarm].Code} {guard.Monitors[reading.Monitor].Name}");
            }
        }

        Assert.Contains(told, words => words is "GD411 momentum_coherence" or "GD411 reversal_rate");
        Assert.Contains(told, words => words.StartsWith("GD412 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Novel_alone_or_confused_alone_is_not_novel_and_confused()
    {
        CalibrationOutcome outcome = Calibrate(60, 3, new AlarmOptions());
        double[] novel = [.. Enumerable.Range(0, Steps * Channels).Select(k => 6 + (0.1 * (k / Channels)))];
        Assert.False(Fires(outcome, "novel_and_confused", Demonstrations.Of(0, Channels, novel)));
    }

    [Fact]
    public void Alpha_below_one_over_n_plus_one_is_refused_with_the_number_that_would_do()
    {
        CalibrationOutcome outcome = Calibrate(60, 1, new AlarmOptions { EpisodeAlpha = 0.02 });
        Assert.Empty(outcome.Calibration.Alarms.BandRules);
        Assert.Empty(outcome.Calibration.Alarms.Conjunctions);
        Assert.Contains(outcome.Report.Findings, item => item.Code == "GD444" && item.Hint!.StartsWith("49 are needed", StringComparison.Ordinal));
    }

    [Fact]
    public void An_episode_longer_than_any_demonstration_keeps_the_last_bin()
    {
        FunctionalBand band = new() { Monitor = "m", WorseWhen = MonitorDirection.Higher, WindowSteps = 1, BinSteps = 2, Mean = [0, 10], Modulation = [1, 2] };
        BandScore score = new(band);
        double[] values = [.. Enumerable.Range(0, 8).Select(_ => ObserveAndGet(score, 14))];
        Assert.Equal([14, 14, 2, 2, 2, 2, 2, 2], values);
    }

    [Fact]
    public void A_monitor_that_is_worse_when_lower_is_turned_round_and_missing_values_are_skipped()
    {
        FunctionalBand band = new() { Monitor = "m", WorseWhen = MonitorDirection.Lower, WindowSteps = 2, BinSteps = 100, Mean = [1], Modulation = [0.5] };
        BandScore score = new(band);
        Assert.True(double.IsNaN(ObserveAndGet(score, double.NaN)));
        Assert.Equal(2, ObserveAndGet(score, 0));
        Assert.Equal(1, ObserveAndGet(score, 1));
        Assert.True(double.IsNaN(ObserveAndGet(score, double.NaN)));
        Assert.Equal(1, ObserveAndGet(score, 0));
    }

    [Fact]
    public void An_infinite_value_raises_the_alarm_and_is_forgotten_after_the_window()
    {
        SlidingMean mean = new(3);
        mean.Add(double.PositiveInfinity);
        Assert.True(mean.Add(1) > 1e90);
        double last = 0;
        for (int i = 0; i < 6; i++)
        {
            last = mean.Add(0.25);
        }

        Assert.Equal(0.25, last);
    }

    [Fact]
    public void Observing_allocates_nothing()
    {
        CalibrationOutcome outcome = Calibrate(60, 3, new AlarmOptions());
        MonitorBank bank = new MonitorTrace(outcome.Contract, outcome.Calibration.Models).Bank;
        AlarmBank alarms = new(outcome.Calibration.Alarms, bank);
        double[] action = new double[Channels];
        // The first rounds compile and re-compile; from then on not a byte may be allocated.
        long allocated = 0;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 10_000; i++)
            {
                Step(i);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);

        void Step(int i)
        {
            action[0] = i % 7;
            bank.Observe(action, StepFacts.None);
            alarms.Observe(bank);
        }
    }

    [Fact]
    public void A_first_stall_ever_is_an_alarm()
    {
        CalibrationOutcome alone = Calibrate(60, 3, new AlarmOptions { BandMonitors = ["stall"] });
        CalibrationOutcome together = Calibrate(60, 3, new AlarmOptions { BandMonitors = ["reversal_rate", "stall", "momentum_coherence"] });
        FunctionalBand band = Assert.Single(alone.Calibration.Alarms.Bands, band => band.Monitor == "stall");
        Assert.Equal((0, 0.01), (band.Mean[0], band.Modulation[0]));
        Assert.Equal(0, Assert.Single(alone.Calibration.Alarms.BandRules).Threshold);
        Episode normal = Demonstrations.Autoregressive(new SeededRandom(77), 0, Steps, Channels, 0.95);
        double[] frozen = [.. normal.Actions.Select((value, k) => normal.Actions[Math.Min(k / Channels, 40) * Channels + (k % Channels)])];
        Assert.False(Fires(alone, "band", normal));
        Assert.True(Fires(alone, "band", Demonstrations.Of(0, Channels, frozen)));
        Assert.True(Fires(together, "band", Demonstrations.Of(0, Channels, frozen)));
    }

    [Fact]
    public void Separate_bands_are_alarms_of_their_own()
    {
        CalibrationOutcome outcome = Calibrate(60, 3, new AlarmOptions { SeparateBands = true, BandMonitors = ["reversal_rate", "jerk_rms"] });
        Assert.Equal(["band_reversal_rate", "band_jerk_rms"], outcome.Calibration.Alarms.BandRules.Select(rule => rule.Name));
        Assert.Contains(outcome.Report.Claims, claim => claim.Name == "band_jerk_rms" && claim.Claimed == 0.05);
    }

    private static double ObserveAndGet(BandScore score, double value)
    {
        score.Observe(value);
        return score.Value;
    }

    private static CalibrationOutcome Calibrate(int episodes, ulong seed, AlarmOptions alarms) => DemonstrationCalibrator.Calibrate(
        Demonstrations.Autoregressive(seed, episodes, Steps, Channels, 0.95), new CalibrationOptions { Alarms = alarms, Seed = seed });

    private static bool Fires(CalibrationOutcome outcome, string alarm, Episode episode)
    {
        MonitorTrace trace = new(outcome.Contract, outcome.Calibration.Models);
        AlarmBank alarms = new(outcome.Calibration.Alarms, trace.Bank);
        bool fired = false;
        trace.Run(episode, _ =>
        {
            alarms.Observe(trace.Bank);
            foreach (int position in alarms.Fired)
            {
                fired |= alarms.Infos[position].Name == alarm;
            }
        });
        return fired;
    }
}
