using Interlock.Policies.Confidence;
using Xunit;

namespace Interlock.Policies.Tests.Confidence;

/// <summary>
/// The claim holds over the draw of calibration and fresh episode together, so every trial calibrates anew: trials are independent
/// and the count of alarms is binomial. Each bound below fails by chance with a probability under 10⁻⁶.
/// </summary>
public sealed class FalseAlarmTests
{
    private const double FalseFailure = 1e-6;
    private const int Trials = 300;

    /// <summary>At alpha 0.1 four signals need 39 episodes.</summary>
    private const int Episodes = 39;
    private const double Alpha = 0.1;

    [Fact]
    public void The_combination_of_four_signals_alarms_in_no_more_fresh_episodes_than_claimed()
    {
        int alarms = Alarms(Rollouts.Settings, spread: 1, offset: 0);
        Assert.InRange(alarms, 0, LargestLikely(Trials, Alpha));
    }

    [Fact]
    public void One_signal_alarms_in_just_as_many_as_claimed()
    {
        // Without ties (n + 1)·alpha = 4 makes the rate alpha exactly: thresholds that are too wide would show as well.
        ConfidenceSettings one = new() { ChannelSpans = [2, 2], Samples = SampleOrigin.Sampling, Overlap = OverlapKind.None };
        int alarms = Alarms(one, spread: 1, offset: 0);
        Assert.InRange(alarms, Trials - LargestLikely(Trials, 1 - Alpha), LargestLikely(Trials, Alpha));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(1, 8)]
    public void Shifted_episodes_are_seen(double spread, double offset)
    {
        // Both shifts are seen nearly always; were it in 0.9 of the trials only, a half would be 23 standard deviations below.
        Assert.InRange(Alarms(Rollouts.Settings, spread, offset), Trials / 2, Trials);
    }

    private static int Alarms(ConfidenceSettings settings, double spread, double offset)
    {
        int alarms = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            ulong seed = (ulong)trial * 1000;
            ConfidenceMeter meter = new(Rollouts.Calibrate(settings, Alpha, Episodes, seed), Rollouts.Policy);
            List<ConfidenceReading> fresh = Rollouts.Measure(meter, seed + Episodes, spread, offset);
            Assert.All(fresh, reading => Assert.Equal(reading.OverallP <= Alpha + 1e-12, reading.IsAlarm));
            alarms += fresh.Exists(reading => reading.IsAlarm) ? 1 : 0;
        }

        return alarms;
    }

    /// <summary>The smallest count c with P(Binomial(n, p) &gt; c) below the false-failure probability.</summary>
    private static int LargestLikely(int n, double p)
    {
        double tail = 0;
        double probability = Math.Pow(p, n);
        int count = n;
        while (tail + probability < FalseFailure)
        {
            tail += probability;
            probability *= count / (n - count + 1.0) * (1 - p) / p;
            count--;
        }

        return count;
    }
}
