using Interlock.Core.Randomness;
using Interlock.Guard.Alarms;

namespace Interlock.Guard.Tests.Alarms;

public class EpisodeShiftTestTests
{
    private const double Alpha = 0.05;

    /// <summary>
    /// Ville: at most 5 % of runs ever fire. 1000 runs of 300 episodes have a standard error of 0.007; 0.095 is more than six away.
    /// Scores are rounded so that ties are common.
    /// </summary>
    [Fact]
    public void Without_a_shift_it_ever_fires_with_chance_alpha_at_most()
    {
        int fired = Enumerable.Range(0, 1000).Count(run => FirstFire((ulong)run, 300, shiftPerEpisode: 0) is not null);
        Assert.InRange(fired / 1000.0, 0, 0.095);
    }

    [Fact]
    public void A_slow_shift_is_noticed()
    {
        int[] fires = [.. Enumerable.Range(0, 50).Select(run => FirstFire((ulong)run, 300, shiftPerEpisode: 0.02) ?? 300).Order()];
        Assert.InRange(fires[25], 20, 150);
    }

    [Fact]
    public void A_score_that_is_no_number_is_ignored()
    {
        EpisodeShiftTest test = new(new EpisodeShiftCalibration(Alpha, "m", [1, 2, 3]), 1);
        Assert.False(test.Observe(double.NaN));
        Assert.Equal(1, test.EValue);
    }

    private static int? FirstFire(ulong seed, int episodes, double shiftPerEpisode)
    {
        SeededRandom random = new(seed);
        double[] reference = [.. Enumerable.Range(0, 40).Select(_ => Math.Round(random.NextNormal(), 1)).Order()];
        EpisodeShiftTest test = new(new EpisodeShiftCalibration(Alpha, "m", reference), seed + 7);
        for (int i = 0; i < episodes; i++)
        {
            if (test.Observe(Math.Round(random.NextNormal() + (shiftPerEpisode * i), 1)))
            {
                return i;
            }
        }

        return null;
    }
}
