using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Novelty;

namespace Interlock.Guard.Tests.Monitors.Novelty;

public sealed class PValueTests
{
    private static readonly double[] Ties = [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5];

    [Theory]
    [InlineData(0, 12 / 12.0)]
    [InlineData(1, 11 / 12.0)]
    [InlineData(1.5, 9 / 12.0)]
    [InlineData(5, 3 / 12.0)]
    [InlineData(5.1, 1 / 12.0)]
    [InlineData(1e300, 1 / 12.0)]
    public void Ties_count_as_at_least_as_extreme(double action, double expected) =>
        Assert.Equal(expected, PValues([action], Ties)[0], 12);

    [Fact]
    public void With_ties_a_normal_action_is_rejected_no_more_often_than_promised_and_the_published_count_rejects_more()
    {
        const int draws = 20_000;
        const double alpha = 0.1;
        SeededRandom random = new(2);
        int rejected = 0;
        int publishedRejected = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            double[] scores = [.. Enumerable.Range(0, 19).Select(_ => (double)random.NextInt(5)).Order()];
            double score = random.NextInt(5);
            rejected += (1.0 + new ScoreTable(scores).CountAtLeast(score)) / 20 <= alpha ? 1 : 0;
            publishedRejected += (1.0 + scores.Count(other => other > score)) / 20 <= alpha ? 1 : 0;
        }

        Assert.True(rejected <= alpha * draws, $"{rejected} of {draws}");
        Assert.True(publishedRejected > 1.5 * alpha * draws, $"{publishedRejected} of {draws}");
    }

    [Fact]
    public void The_score_is_the_most_unusual_channel()
    {
        StandardisedAction action = new(Layouts.Lanes(2), new ConformalModel([0, 10], [1, 2], [1]));
        MotionFrame frame = new(Layouts.Joints(2));
        frame.Push([0.5, 4], StepFacts.None);
        action.Observe(frame);
        Assert.Equal(3, action.Largest);
        Assert.Equal(3.5, action.Sum);
    }

    [Fact]
    public void A_continuous_joint_is_near_its_mean_on_either_side_of_the_seam()
    {
        StandardisedAction action = new(new(Layouts.Continuous(1)), new ConformalModel([179], [1], [1]));
        MotionFrame frame = new(Layouts.Continuous(1));
        frame.Push([-179], StepFacts.None);
        action.Observe(frame);
        Assert.Equal(2, action.Largest, 9);
    }

    [Fact]
    public void A_constant_joint_in_the_demonstrations_does_not_kill_the_detector()
    {
        // The published toolkit: p = 1 for any action once a joint was constant at 100.1 in float64.
        double[] scores = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal([1, 1 / 11.0], PValues([100.1, 100.2], scores, mean: 100.1, scale: 1e-3));
    }

    [Fact]
    public void A_non_finite_action_is_the_most_novel_there_is()
    {
        MonitorBank bank = Bank(Ties);
        int index = bank.IndexOf("p_value");
        bank.Observe([0], StepFacts.None);
        bank.ObserveNonFinite(StepFacts.None);
        Assert.Equal(1 / 12.0, bank.StepValue(index));
        Assert.Equal((1 + (1 / 12.0)) / 2, bank.EpisodeValue(index), 12);
        bank.Observe([0], StepFacts.None);
        Assert.Equal(1, bank.StepValue(index));
    }

    [Fact]
    public void Infinite_scores_stand_for_unseen_episodes_and_keep_p_above_what_whole_episodes_allow()
    {
        MonitorBank bank = Bank([1, 2, 3, double.PositiveInfinity]);
        int index = bank.IndexOf("p_value");
        bank.Observe([1e9], StepFacts.None);
        Assert.Equal(2 / 5.0, bank.StepValue(index));
        bank.Observe([2], StepFacts.None);
        Assert.Equal(4 / 5.0, bank.StepValue(index));
        bank.ObserveNonFinite(StepFacts.None);
        Assert.Equal(2 / 5.0, bank.StepValue(index));
    }

    [Fact]
    public void Without_scores_there_is_no_value()
    {
        Assert.True(double.IsNaN(PValues([1], [])[0]));
        MonitorBank bank = new(Layouts.Joints(1), Core.Contract.PolicyProfile.Unknown, null);
        bank.ObserveNonFinite(StepFacts.None);
        Assert.True(double.IsNaN(bank.StepValue(bank.IndexOf("p_value"))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void The_indexed_search_counts_like_a_scan(int count)
    {
        SeededRandom random = new((ulong)count);
        double[] scores = [.. Enumerable.Range(0, count).Select(_ => Math.Round(Math.Exp(2 * random.NextNormal()), 2)).Order()];
        ScoreTable table = new(scores);
        double[] probes = [.. scores, .. scores.Select(score => score + 1e-9), -1, 0, 1e9, double.MaxValue, double.PositiveInfinity];
        Assert.All(probes, probe => Assert.Equal(scores.Count(score => score >= probe), table.CountAtLeast(probe)));
    }

    [Fact]
    public void One_gigantic_calibration_score_does_not_disturb_the_search()
    {
        double[] scores = [1, 2, 3, 1e300];
        ScoreTable table = new(scores);
        Assert.Equal([4, 3, 1, 0], new[] { 0.5, 1.5, 4, double.MaxValue }.Select(table.CountAtLeast));
    }

    private static double[] PValues(double[] actions, double[] scores, double mean = 0, double scale = 1)
    {
        MonitorBank bank = Bank(scores, mean, scale);
        return [.. actions.Select(action =>
        {
            bank.Observe([action], StepFacts.None);
            return bank.StepValue(bank.IndexOf("p_value"));
        })];
    }

    private static MonitorBank Bank(double[] scores, double mean = 0, double scale = 1) => new(
        Layouts.Joints(1), Core.Contract.PolicyProfile.Unknown, new MonitorModels { Conformal = new ConformalModel([mean], [scale], scores) });
}
