using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Numerics;
using Interlock.Guard.Calibration.RateLimits;

namespace Interlock.Guard.Calibration.Clipping;

/// <summary>
/// Percentile limits of some episodes without one of them. Where the values at hand do not reach far enough to tell, the limit of the
/// fit episodes is taken, which no calibration episode made.
/// </summary>
/// <param name="magnitudes">Of all episodes.</param>
/// <param name="fitLimits">Limits of the fit episodes.</param>
/// <param name="longest">Steps of the longest episode.</param>
/// <param name="percentile">In percent.</param>
internal sealed class LeftOutSteps(StepMagnitudes magnitudes, StepLimits fitLimits, int longest, double percentile)
{
    private readonly LeftOutPercentile[] _speed = [.. fitLimits.Speed.Select((_, j) => magnitudes.WithoutEpisode(j, ofChange: false, longest, percentile))];
    private readonly LeftOutPercentile[] _change = [.. fitLimits.Speed.Select((_, j) => magnitudes.WithoutEpisode(j, ofChange: true, longest, percentile))];

    public StepLimits Without(Episode episode)
    {
        StepMagnitudes own = magnitudes.OfEpisode(episode);
        double?[] speed = [.. _speed.Select((all, j) => Limit(all, own.From(all.Floor, j, ofChange: false), fitLimits.Speed[j]))];
        double?[] change = [.. _change.Select((all, j) => (Percentile(all, own.From(all.Floor, j, ofChange: true)) ?? fitLimits.Change[j]) is > 0 and var value ? value : (double?)null)];
        return new StepLimits(speed, change);
    }

    /// <summary>As in <see cref="StepLimits.Of"/>: a channel whose percentile is 0 gets the largest step of the others.</summary>
    private double? Limit(LeftOutPercentile all, (double[] LargestFirst, long Count) own, double? otherwise) => Percentile(all, own) switch
    {
        > 0 and var value => value,
        0 => all.Remaining(own.LargestFirst, 0) is > 0 and var largest ? largest : null,
        _ => otherwise,
    };

    private double? Percentile(LeftOutPercentile all, (double[] LargestFirst, long Count) own) => all.Of(own.LargestFirst, own.Count, percentile);
}
