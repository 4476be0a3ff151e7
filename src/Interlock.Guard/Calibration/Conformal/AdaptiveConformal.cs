using Interlock.Core.Statistics;

namespace Interlock.Guard.Calibration.Conformal;

/// <summary>
/// Adaptive conformal inference (Gibbs and Candès 2021): alpha_{t+1} = alpha_t + gamma·(alpha − err_t). An error lowers
/// alpha_t, which widens the next prediction set, so the long-run error rate is pulled to alpha whatever the data does:
/// |mean error − alpha| ≤ (1 + gamma)/(gamma·T) holds for every sequence. alpha_t may leave [0, 1]; then everything or
/// nothing is covered.
/// </summary>
public sealed class AdaptiveConformal
{
    /// <summary>Step size of the original paper's experiments.</summary>
    public const double DefaultGamma = 0.005;

    private readonly double[] _sortedScores;
    private readonly double _alpha;
    private readonly double _gamma;

    /// <param name="sortedScores">Ascending calibration scores.</param>
    /// <param name="alpha">Long-run error rate, in (0, 1).</param>
    /// <param name="gamma">Step size, above 0.</param>
    public AdaptiveConformal(double[] sortedScores, double alpha, double gamma = DefaultGamma)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gamma);
        _sortedScores = sortedScores;
        _alpha = alpha;
        _gamma = gamma;
        CurrentAlpha = alpha;
    }

    /// <summary>alpha_t, the level of the next threshold.</summary>
    public double CurrentAlpha { get; private set; }

    /// <summary>Scores up to this value are covered at the next step; infinite when everything or nothing is.</summary>
    public double Threshold
    {
        get
        {
            if (CurrentAlpha <= 0)
            {
                return double.PositiveInfinity;
            }

            return CurrentAlpha >= 1 ? double.NegativeInfinity : Quantile.Conformal(_sortedScores, CurrentAlpha) ?? double.PositiveInfinity;
        }
    }

    /// <summary>Takes in the score of a step; returns whether it was covered. NaN is not.</summary>
    public bool Observe(double score)
    {
        bool covered = score <= Threshold;
        CurrentAlpha += _gamma * (_alpha - (covered ? 0 : 1));
        return covered;
    }
}
