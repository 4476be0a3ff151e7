using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Conformal;

namespace Interlock.Guard.Tests.Calibration.Conformal;

public class AdaptiveConformalTests
{
    private const double Alpha = 0.05;
    private const int Steps = 4000;

    // Gradual shift to three times the spread: the published sign lets coverage collapse to 0.092.
    [Fact]
    public void Coverage_returns_to_its_target_when_the_scores_drift_away()
    {
        double[] covered = Coverage(step => 1 + (2.0 * step / Steps), sign: +1);
        Assert.InRange(covered[(Steps / 2)..].Average(), 0.93, 0.97);
    }

    [Fact]
    public void With_the_sign_turned_round_coverage_collapses()
    {
        double[] covered = Coverage(step => 1 + (2.0 * step / Steps), sign: -1);
        Assert.True(covered[(Steps / 2)..].Average() < 0.7);
    }

    [Fact]
    public void The_mean_error_obeys_the_bound_for_any_sequence()
    {
        const double gamma = 0.02;
        AdaptiveConformal adaptive = new([1, 2, 3, 4, 5], Alpha, gamma);
        int errors = 0;
        for (int t = 0; t < Steps; t++)
        {
            errors += adaptive.Observe(t % 3 == 0 ? 1e9 : 0) ? 0 : 1;
        }

        Assert.True(Math.Abs(((double)errors / Steps) - Alpha) <= (1 + gamma) / (gamma * Steps));
    }

    [Fact]
    public void A_score_that_is_no_number_is_an_error() => Assert.False(new AdaptiveConformal([1, 2, 3], 0.5).Observe(double.NaN));

    private static double[] Coverage(Func<int, double> scaleAt, int sign)
    {
        SeededRandom random = new(11);
        double[] sorted = [.. Enumerable.Range(0, 500).Select(_ => Math.Abs(random.NextNormal())).Order()];
        AdaptiveConformal right = new(sorted, Alpha);
        double wrongAlpha = Alpha;
        double[] covered = new double[Steps];
        for (int t = 0; t < Steps; t++)
        {
            double score = Math.Abs(random.NextNormal()) * scaleAt(t);
            bool inside = sign > 0
                ? right.Observe(score)
                : score <= (Core.Statistics.Quantile.Conformal(sorted, wrongAlpha) ?? double.PositiveInfinity);
            wrongAlpha = Math.Clamp(wrongAlpha + (AdaptiveConformal.DefaultGamma * ((inside ? 0 : 1) - Alpha)), 0.001, 0.5);
            covered[t] = inside ? 1 : 0;
        }

        return covered;
    }
}
