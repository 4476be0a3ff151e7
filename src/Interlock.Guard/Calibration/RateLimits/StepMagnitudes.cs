using System.Runtime.CompilerServices;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.Numerics;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Calibration.RateLimits;

/// <summary>
/// The largest step sizes of some episodes, per channel: |a_t − a_{t−1}| within an episode, or |a_t| itself where the command
/// is a rate. On rate channels the differences are kept as well: they are the acceleration.
/// </summary>
internal sealed class StepMagnitudes
{
    /// <summary>Largest values kept over all channels (4 slots of 8 bytes each, for each part of the split).</summary>
    private const long KeptLimit = 1 << 20;

    private readonly ChannelPlan _plan;
    private readonly int _stride;
    private readonly TopValues[] _speed;
    private readonly TopValues?[] _change;
    private readonly double[] _periods;
    private readonly double[] _thresholds;

    private StepMagnitudes(ChannelPlan plan, int stride, TopValues[] speed, TopValues?[] change)
    {
        _plan = plan;
        _stride = stride;
        _speed = speed;
        _change = change;
        _periods = plan.Periods;
        _thresholds = [.. plan.IsRate.Select((_, j) => Changes(j).Threshold)];
    }

    /// <summary>Every how many steps a value is taken; 1 is exact.</summary>
    public int Stride => _stride;

    public static StepMagnitudes For(ChannelPlan plan, long totalSteps, double percentile)
    {
        long wanted = (long)TopValues.KeepFor(totalSteps, percentile) * plan.IsRate.Length;
        int stride = (int)((wanted + KeptLimit - 1) / KeptLimit);
        int keep = TopValues.KeepFor((totalSteps / stride) + 1, percentile) + 1;
        return new StepMagnitudes(
            plan,
            stride,
            [.. plan.IsRate.Select(_ => new TopValues(keep))],
            [.. plan.IsRate.Select(isRate => isRate ? new TopValues(keep) : null)]);
    }

    public void Add(Episode episode)
    {
        long taken = 0;
        for (int t = _stride; t < episode.Length; t += _stride)
        {
            OfferStep(episode.Action(t), episode.Action(t - 1));
            taken++;
        }

        OfferFirst(episode.Action(0));
        for (int j = 0; j < _speed.Length; j++)
        {
            _speed[j].Count(_plan.IsRate[j] ? taken + 1 : taken);
            _change[j]?.Count(taken);
        }
    }

    public StepMagnitudes Union(StepMagnitudes other)
    {
        StepMagnitudes union = new(_plan, _stride, [.. _speed.Select(top => top.Copy())], [.. _change.Select(top => top?.Copy())]);
        for (int j = 0; j < _speed.Length; j++)
        {
            union._speed[j].Merge(other._speed[j]);
            union._change[j]?.Merge(other._change[j]!);
        }

        return union;
    }

    /// <summary>The magnitudes of one episode, all of them, taken at the same steps as here.</summary>
    public StepMagnitudes OfEpisode(Episode episode)
    {
        // The buffer of TopValues has room for four times as many: nothing of a single episode is dropped.
        int keep = (episode.Length / 4) + 1;
        StepMagnitudes one = new(_plan, _stride, [.. _speed.Select(_ => new TopValues(keep))], [.. _change.Select(top => top is null ? null : new TopValues(keep))]);
        one.Add(episode);
        return one;
    }

    /// <summary>The magnitudes of a channel from <paramref name="floor"/> on, descending, and the number of all; none for the changes of a command that is no rate.</summary>
    public (double[] LargestFirst, long Count) From(double floor, int channel, bool ofChange) =>
        Of(channel, ofChange) is { } top ? (top.LargestFirst(floor), top.Seen) : ([], 0);

    /// <summary>Percentiles of a channel without an episode of at most <paramref name="longest"/> steps.</summary>
    public LeftOutPercentile WithoutEpisode(int channel, bool ofChange, int longest, double percentile) => Of(channel, ofChange) is { } top
        ? new LeftOutPercentile(top.LargestFirst(TopValues.KeepFor(top.Seen, percentile) + longest), top.Seen)
        : new LeftOutPercentile([], 0);

    public double Percentile(int channel, double percentile) => _speed[channel].Percentile(percentile) ?? 0;

    public double Largest(int channel) => _speed[channel].Largest();

    /// <summary>Percentile of the differences of a rate channel; null where the command is no rate.</summary>
    public double? ChangePercentile(int channel, double percentile) => _change[channel]?.Percentile(percentile);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OfferStep(ReadOnlySpan<double> action, ReadOnlySpan<double> previous)
    {
        for (int j = 0; j < _thresholds.Length; j++)
        {
            double change = Math.Abs(Wrapping.Difference(action[j], previous[j], _periods[j]));

            // Most steps are far from the largest ones: this comparison is all that happens to them.
            if (change > _thresholds[j])
            {
                _thresholds[j] = Changes(j).Offer(change);
            }

            if (_plan.IsRate[j])
            {
                _speed[j].Offer(Math.Abs(action[j]));
            }
        }
    }

    private TopValues? Of(int channel, bool ofChange) => ofChange ? _change[channel] : _speed[channel];

    private TopValues Changes(int channel) => _change[channel] ?? _speed[channel];

    private void OfferFirst(ReadOnlySpan<double> action)
    {
        for (int j = 0; j < _speed.Length; j++)
        {
            if (_plan.IsRate[j])
            {
                _speed[j].Offer(Math.Abs(action[j]));
            }
        }
    }
}
