using System.Runtime.CompilerServices;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Calibration.RateLimits;

/// <summary>Rate limit of every channel, in channel units per control step; null where nothing ever moved.</summary>
/// <param name="Speed">Largest |step| (or |command|, on rate channels).</param>
/// <param name="Change">Largest change of the command from step to step; null but on rate channels.</param>
internal sealed record StepLimits(double?[] Speed, double?[] Change)
{
    private readonly double[] _speed = [.. Speed.Select(limit => limit ?? double.PositiveInfinity)];
    private readonly double[] _change = [.. Change.Select(limit => limit ?? double.PositiveInfinity)];

    public static StepLimits Of(StepMagnitudes magnitudes, int dimension, double percentile)
    {
        double?[] speed = [.. Enumerable.Range(0, dimension).Select(j => PositiveOf(magnitudes.Percentile(j, percentile), magnitudes.Largest(j)))];
        double?[] change = [.. Enumerable.Range(0, dimension).Select(j => magnitudes.ChangePercentile(j, percentile) is > 0 and var value ? value : (double?)null)];
        return new StepLimits(speed, change);
    }

    public StepLimits Scaled(double factor) =>
        new([.. Speed.Select(value => value * factor)], [.. Change.Select(value => value * factor)]);

    /// <summary>Names the channels whose percentile is 0 although they move: their largest step was taken.</summary>
    public void ReportZeroPercentiles(StepMagnitudes magnitudes, ChannelPlan plan, double percentile, DiagnosticCollector findings)
    {
        for (int j = 0; j < Speed.Length; j++)
        {
            if (Speed[j] is { } limit && magnitudes.Percentile(j, percentile) == 0)
            {
                ChannelContract channel = plan.Channels[j];
                findings.Info(
                    CalibrationCodes.PercentileIsZero,
                    $"channel {channel.Name} stands still in more than {percentile} % of the steps, so its limit is the largest demonstrated step, {ShortNumber.Of(limit, channel.Unit.Symbol)}");
            }
        }
    }

    /// <summary>Largest ratio of a step to its limit over the channels of one pair of actions.</summary>
    public double WorstRatio(ReadOnlySpan<double> action, ReadOnlySpan<double> previous, ChannelPlan plan)
    {
        double worst = 0;
        for (int j = 0; j < action.Length; j++)
        {
            double change = Math.Abs(Wrapping.Difference(action[j], previous[j], plan.Periods[j]));
            double step = plan.IsRate[j] ? Math.Abs(action[j]) : change;
            worst = Math.Max(worst, Math.Max(step / _speed[j], change / _change[j]));
        }

        return worst;
    }

    /// <summary>True when any channel is above its limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IsTooFast(ReadOnlySpan<double> action, ReadOnlySpan<double> previous, ChannelPlan plan)
    {
        bool any = false;
        for (int j = 0; j < action.Length; j++)
        {
            double change = Math.Abs(Wrapping.Difference(action[j], previous[j], plan.Periods[j]));
            double step = plan.IsRate[j] ? Math.Abs(action[j]) : change;
            any |= step > _speed[j] || change > _change[j];
        }

        return any;
    }

    private static double? PositiveOf(double percentile, double largest)
    {
        if (percentile > 0)
        {
            return percentile;
        }

        return largest > 0 ? largest : null;
    }
}
