using Interlock.Core.Randomness;
using Interlock.Runtime.Outcomes;

namespace Interlock.Runtime.Tests.Outcomes;

public sealed class ActionShiftTests
{
    [Theory]
    [InlineData(4, 2.0 / 70)]
    [InlineData(10, 2.0 / 184_756)]
    public void The_smallest_p_value_is_that_of_complete_separation(int size, double expected) =>
        Assert.Equal(expected, new RankSumTest(size).Smallest, 12);

    [Fact]
    public void The_exact_distribution_agrees_with_counting_by_hand()
    {
        // The first sample wins 3 of 25 pairs; 1 + 1 + 2 + 3 of the 252 interleavings win at most 3, and as many win at least 22.
        double p = new RankSumTest(5).PValue([1, 2, 3, 4.5, 5.5], [4, 5, 6, 7, 8]);
        Assert.Equal(14.0 / 252, p, 12);
    }

    [Fact]
    public void Without_a_change_the_stated_false_alarm_rate_is_kept()
    {
        const int Windows = 2000;
        int alarms = 0;
        for (int i = 0; i < Windows; i++)
        {
            SeededRandom random = new((ulong)i + 1);
            ActionShift shift = new(channels: 3, windowEpisodes: 8, falseAlarmRate: 0.05);
            Run(shift, random, episodes: 16, mean: 0, spread: 1);
            alarms += shift.Newest!.Value.IsShift ? 1 : 0;
        }

        // At most 5 % in expectation; three standard errors of 2000 windows are 1.5 %.
        Assert.InRange(alarms / (double)Windows, 0, 0.065);
    }

    [Fact]
    public void A_shift_of_mean_or_spread_is_found_and_named()
    {
        SeededRandom random = new(4);
        ActionShift shift = new(channels: 3);
        Run(shift, random, episodes: 10, mean: 0, spread: 1);
        Assert.Null(shift.Newest);
        Run(shift, random, episodes: 10, mean: 2, spread: 1);
        Assert.Equal((1, false, true), (shift.Newest!.Value.Channel, shift.Newest.Value.IsSpread, shift.Newest.Value.IsShift));
        Run(shift, random, episodes: 10, mean: 0, spread: 4);
        Assert.Equal((1, true, true), (shift.Newest!.Value.Channel, shift.Newest.Value.IsSpread, shift.Newest.Value.IsShift));
    }

    [Fact]
    public void Too_few_episodes_for_the_stated_rate_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ActionShift(channels: 14, windowEpisodes: 4));

    [Fact]
    public void Observing_and_ending_episodes_allocate_nothing()
    {
        ActionShift shift = new(channels: 2);
        double[] command = [1, 2];
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                shift.Observe(command);
                shift.EndEpisode();
            }
        }));
    }

    private static void Run(ActionShift shift, SeededRandom random, int episodes, double mean, double spread)
    {
        for (int episode = 0; episode < episodes; episode++)
        {
            // Each episode has its own level: rows of one episode are not independent, episodes are.
            double level = 0.3 * random.NextNormal();
            for (int step = 0; step < 30; step++)
            {
                shift.Observe([random.NextNormal() + level, mean + level + (spread * random.NextNormal()), random.NextNormal()]);
            }

            shift.EndEpisode();
        }
    }
}
