using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Guard.Calibration;

namespace Interlock.Guard.Tests.Calibration;

/// <summary>
/// Claims against fresh episodes. Every test is seeded; were the seeds drawn anew, each would fail with probability below 1e-6
/// (the margin is more than six standard errors of the mean over the resamples).
/// </summary>
public class CoverageStatisticsTests
{
    private const int Resamples = 200;
    private const int Steps = 150;
    private const int Channels = 7;
    private const double Correlation = 0.98;
    private const int FreshEpisodes = 10;

    // The published toolkit covers 68 % of such steps where it claims 95 %.
    [Fact]
    public void A_95_percent_claim_per_step_covers_between_94_and_99_percent_of_unseen_steps()
    {
        double covered = MeanOverResamples(60, new CalibrationOptions(), coverage => coverage);
        Assert.InRange(covered, 0.94, 0.99);
    }

    [Fact]
    public void A_95_percent_claim_for_whole_episodes_holds_for_whole_unseen_episodes()
    {
        double whole = MeanOverResamples(60, new CalibrationOptions { Guarantee = CoverageGuarantee.Episode }, coverage => coverage == 1 ? 1 : 0);

        // 36 calibration episodes: the exact expectation is 36/37 = 0.973; 200 resamples of 10 episodes have a standard error of 0.004.
        Assert.InRange(whole, 0.95, 0.995);
    }

    [Fact]
    public void Ten_episodes_promise_nothing_and_still_cover_nine_tenths()
    {
        double covered = MeanOverResamples(10, new CalibrationOptions(), coverage => coverage);
        Assert.InRange(covered, 0.9, 1);
    }

    private static double MeanOverResamples(int episodes, CalibrationOptions options, Func<double, double> measure)
    {
        double sum = 0;
        for (ulong resample = 0; resample < Resamples; resample++)
        {
            Demonstrations source = Demonstrations.Autoregressive(resample, episodes, Steps, Channels, Correlation);
            CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(source, options with { Seed = resample });
            SeededRandom fresh = new(resample + 1_000_000);
            for (int i = 0; i < FreshEpisodes; i++)
            {
                sum += measure(CoverageOf(outcome, Demonstrations.Autoregressive(fresh, i, Steps, Channels, Correlation)));
            }
        }

        return sum / (Resamples * FreshEpisodes);
    }

    private static double CoverageOf(CalibrationOutcome outcome, Episode episode)
    {
        int inside = 0;
        for (int t = 0; t < episode.Length; t++)
        {
            bool all = true;
            for (int j = 0; j < episode.ActionDimension; j++)
            {
                double value = episode.Action(t)[j];
                all &= value >= outcome.Contract.Channels[j].Min && value <= outcome.Contract.Channels[j].Max;
            }

            inside += all ? 1 : 0;
        }

        return (double)inside / episode.Length;
    }
}
