using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Inspection.Checks;
using Interlock.Datasets.LeRobot.Channels;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>Compares the published q01 and q99 of the actions with the shares of the recorded ones that lie beyond them.</summary>
internal sealed class QuantileCheck : IEpisodeCheck
{
    /// <summary>Five bins of the histogram with 5 000 bins from which LeRobot takes quantiles, as a share of the range.</summary>
    private const double SlackOfRange = 1e-3;

    private readonly Vector _action;
    private readonly TailShare[] _low;

    /// <summary>Of the negated actions, so that above becomes below.</summary>
    private readonly TailShare[] _high;

    public QuantileCheck(Vector action, VectorStatistics published)
    {
        _action = action;
        double Slack(int channel) => SlackOfRange * ((published.Max?[channel] - published.Min?[channel]) ?? 0);
        _low = [.. (published.Q01 ?? []).Select((quantile, channel) => new TailShare(quantile, Slack(channel)))];
        _high = [.. (published.Q99 ?? []).Select((quantile, channel) => new TailShare(-quantile, Slack(channel)))];
    }

    public void See(Episode episode)
    {
        for (int step = 0; step < episode.Length; step++)
        {
            ReadOnlySpan<double> action = episode.Action(step);
            for (int channel = 0; channel < _low.Length; channel++)
            {
                _low[channel].Add(action[channel]);
            }

            for (int channel = 0; channel < _high.Length; channel++)
            {
                _high[channel].Add(-action[channel]);
            }
        }
    }

    public IEnumerable<DatasetOddity> Findings()
    {
        (double Share, string Text)[] odd = [.. Odd(_low, "below", "q01", 1), .. Odd(_high, "above", "q99", -1)];
        if (odd.Length > 0)
        {
            yield return new DatasetOddity(
                OddityCodes.QuantilesDiffer,
                $"{odd.Length} of {_low.Length + _high.Length} published quantiles of '{_action.Column}' do not cut off about 1 % of it: "
                + odd.MaxBy(item => item.Share).Text);
        }
    }

    private IEnumerable<(double Share, string Text)> Odd(TailShare[] tails, string side, string name, int sign) =>
        from tail in tails.Index()
        where tail.Item.OddShare is not null
        let share = tail.Item.OddShare!.Value
        select (share, $"{share:0.0 %} of {_action.Names[tail.Index]} lie {side} its {name}, {sign * tail.Item.Quantile:0.####}");
}
