using System.Runtime.CompilerServices;
using Interlock.Core.Episodes;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Box;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.RateLimits;

namespace Interlock.Guard.Calibration.Holdout;

/// <summary>Measures on episodes that made nothing what the calibration claims.</summary>
internal sealed class HoldoutCheck(ChannelBounds box, ChannelBounds heuristic, StepLimits limits, ChannelPlan plan)
{
    private readonly EpisodeProportion _inside = new();
    private readonly EpisodeProportion _heuristicInside = new();
    private readonly EpisodeProportion _tooFast = new();
    private readonly EpisodeProportion[] _perChannel = [.. plan.Channels.Select(_ => new EpisodeProportion())];
    private readonly long[] _outside = new long[plan.Channels.Length];
    private readonly long[] _wholePerChannel = new long[plan.Channels.Length];
    private long _wholeInside;
    private int _episodes;

    public Proportion AllChannels => _inside.Result();

    public Proportion Heuristic => _heuristicInside.Result();

    public Proportion TooFast => _tooFast.Result();

    public IReadOnlyList<Proportion> PerChannel => [.. _perChannel.Select(channel => channel.Result())];

    /// <summary>Fraction of episodes that never leave the box.</summary>
    public Proportion WholeEpisodes() => EpisodesOf(_wholeInside);

    /// <summary>Fraction of episodes in which a channel never leaves its bounds.</summary>
    public IReadOnlyList<Proportion> WholeEpisodesPerChannel => [.. _wholePerChannel.Select(EpisodesOf)];

    public void Add(Episode episode)
    {
        Array.Clear(_outside);
        long allOutside = 0;
        long heuristicOutside = 0;
        long tooFast = 0;
        for (int t = 0; t < episode.Length; t++)
        {
            ReadOnlySpan<double> action = episode.Action(t);
            allOutside += CountOutside(action) ? 1 : 0;
            heuristicOutside += IsOutside(action, heuristic) ? 1 : 0;
            tooFast += t > 0 && limits.IsTooFast(action, episode.Action(t - 1), plan) ? 1 : 0;
        }

        _inside.Add(episode.Length - allOutside, episode.Length);
        _heuristicInside.Add(episode.Length - heuristicOutside, episode.Length);
        _tooFast.Add(tooFast, episode.Length - 1);
        _episodes++;
        _wholeInside += allOutside == 0 ? 1 : 0;
        for (int j = 0; j < _outside.Length; j++)
        {
            _perChannel[j].Add(episode.Length - _outside[j], episode.Length);
            _wholePerChannel[j] += _outside[j] == 0 ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool CountOutside(ReadOnlySpan<double> action)
    {
        double[] min = box.Min;
        double[] max = box.Max;
        bool any = false;
        for (int j = 0; j < action.Length; j++)
        {
            bool outside = action[j] < min[j] || action[j] > max[j];
            _outside[j] += outside ? 1 : 0;
            any |= outside;
        }

        return any;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsOutside(ReadOnlySpan<double> action, ChannelBounds bounds)
    {
        double[] min = bounds.Min;
        double[] max = bounds.Max;
        bool any = false;
        for (int j = 0; j < action.Length; j++)
        {
            any |= action[j] < min[j] || action[j] > max[j];
        }

        return any;
    }

    private Proportion EpisodesOf(long inside)
    {
        double value = _episodes == 0 ? double.NaN : (double)inside / _episodes;
        return new Proportion(value, WilsonInterval.Of(inside, _episodes), _episodes);
    }
}
