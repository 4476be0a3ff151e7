using Interlock.Core.Statistics;

namespace Interlock.Guard.Calibration.Holdout;

/// <summary>
/// Mean over episodes of the fraction of steps at which something holds, with a 95 % interval that counts episodes: Wilson's
/// score interval for as many independent steps as the spread between episodes says there are, never fewer than episodes.
/// </summary>
internal sealed class EpisodeProportion
{
    private readonly List<double> _fractions = [];
    private long _steps;

    public int Episodes => _fractions.Count;

    public void Add(long hits, long steps)
    {
        if (steps > 0)
        {
            _fractions.Add((double)hits / steps);
            _steps += steps;
        }
    }

    public Proportion Result()
    {
        if (_fractions.Count == 0)
        {
            return new Proportion(double.NaN, new Interval(0, 1), 0);
        }

        double mean = Math.Clamp(_fractions.Average(), 0, 1);
        double independent = IndependentSteps(mean);
        return new Proportion(mean, WilsonInterval.Of(mean * independent, independent), _fractions.Count);
    }

    private double IndependentSteps(double mean)
    {
        int n = _fractions.Count;
        double squares = _fractions.Sum(fraction => (fraction - mean) * (fraction - mean));
        double varianceOfMean = n > 1 ? squares / (n - 1) / n : 0;
        return varianceOfMean > 0 ? Math.Clamp(mean * (1 - mean) / varianceOfMean, n, Math.Max(n, _steps)) : n;
    }
}
