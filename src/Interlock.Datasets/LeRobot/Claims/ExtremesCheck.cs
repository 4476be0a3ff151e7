using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Inspection.Checks;
using Interlock.Datasets.LeRobot.Channels;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>Compares the published min and max of the actions with the recorded ones. They are stored numbers, so they must be equal.</summary>
internal sealed class ExtremesCheck(Vector action, VectorStatistics published) : IEpisodeCheck
{
    /// <summary>Statistics are computed and stored in float32 or float64.</summary>
    private const double FloatRounding = 1.2e-7;

    private readonly ChannelRange[] _found = ChannelRange.Of(action.Width);

    public void See(Episode episode) => ChannelRange.AddRows(_found, episode.Actions);

    public IEnumerable<DatasetOddity> Findings()
    {
        string[] odd = [.. Odd("min", published.Min, range => range.Min), .. Odd("max", published.Max, range => range.Max)];
        if (odd.Length > 0)
        {
            yield return new DatasetOddity(
                OddityCodes.ExtremesDiffer,
                $"{odd.Length} published extremes of '{action.Column}' are not those of the data: {odd[0]}");
        }
    }

    private IEnumerable<string> Odd(string name, double[]? claims, Func<ChannelRange, double> end)
    {
        for (int channel = 0; channel < claims?.Length; channel++)
        {
            double found = end(_found[channel]);
            double claimed = claims[channel];
            double rounding = FloatRounding * Math.Max(Math.Abs(claimed), Math.Abs(found));
            if (!_found[channel].IsEmpty && Math.Abs(claimed - found) > rounding)
            {
                yield return $"stats.json gives {action.Names[channel]} the {name} {claimed:0.######}, the data has {found:0.######}";
            }
        }
    }
}
