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
        long inside = 0;
        long heuristicInside = 0;
        long tooFast = 0;
        long[] channelInside = new long[_perChannel.Length];
        for (int t = 0; t < episode.Length; t++)
        {
            ReadOnlySpan<double> action = episode.Action(t);
            inside += box.Contains(action) ? 1 : 0;
            heuristicInside += heuristic.Contains(action) ? 1 : 0;
            tooFast += t > 0 && limits.WorstRatio(action, episode.Action(t - 1), plan) > 1 ? 1 : 0;
            for (int j = 0; j < channelInside.Length; j++)
            {
                channelInside[j] += box.Contains(action[j], j) ? 1 : 0;
            }
        }

        _inside.Add(inside, episode.Length);
        _heuristicInside.Add(heuristicInside, episode.Length);
        _tooFast.Add(tooFast, episode.Length - 1);
        _episodes++;
        _wholeInside += inside == episode.Length ? 1 : 0;
        for (int j = 0; j < channelInside.Length; j++)
        {
            _perChannel[j].Add(channelInside[j], episode.Length);
            _wholePerChannel[j] += channelInside[j] == episode.Length ? 1 : 0;
        }
    }

    private Proportion EpisodesOf(long inside)
    {
        double value = _episodes == 0 ? double.NaN : (double)inside / _episodes;
        return new Proportion(value, WilsonInterval.Of(inside, _episodes), _episodes);
    }
}
