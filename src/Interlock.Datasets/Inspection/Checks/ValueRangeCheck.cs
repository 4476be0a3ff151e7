using Interlock.Core.Episodes;
using Interlock.Core.Units;

namespace Interlock.Datasets.Inspection.Checks;

/// <summary>Channels that never move, raw encoder ticks, and numbers that look normalised.</summary>
internal sealed class ValueRangeCheck(EpisodeSourceDescription description) : IEpisodeCheck
{
    /// <summary>Largest tick of the 12-bit encoders of hobby servos.</summary>
    private const double LastTick = 4095;

    /// <summary>Whole numbers up to here may as well be pixels or percent.</summary>
    private const double LeastTickSpan = 1024;

    /// <summary>Normalised actions exceed ±1 a little when a policy or a quantile normaliser wrote them.</summary>
    private const double NormalisedEnd = 1.1;

    /// <summary>States beyond this many times the end cannot be in the same normalised unit.</summary>
    private const double PlainlyLarger = 3;

    /// <summary>Without a state to compare with, only numbers that reach this far towards ±1 in every channel are suspicious.</summary>
    private const double NearlyOne = 0.9;

    private const int MostNames = 12;

    private readonly ChannelRange[] _actions = ChannelRange.Of(description.ActionChannels.Count);
    private readonly ChannelRange[] _states = ChannelRange.Of(description.StateChannels.Count);

    public void See(Episode episode)
    {
        ChannelRange.AddRows(_actions, episode.Actions);
        ChannelRange.AddRows(_states, episode.States ?? []);
    }

    public IEnumerable<DatasetOddity> Findings()
    {
        if (_actions.Length == 0 || Array.Exists(_actions, range => range.IsEmpty))
        {
            yield break;
        }

        string[] constant = [.. _actions.Index().Where(item => item.Item.Min == item.Item.Max).Select(
            item => $"{description.ActionChannels[item.Index]} = {item.Item.Min}")];
        if (constant.Length > 0)
        {
            string more = constant.Length > MostNames ? $" and {constant.Length - MostNames} more" : "";
            yield return new DatasetOddity(
                OddityCodes.ConstantChannels,
                $"{constant.Length} of {_actions.Length} action channels never change: {string.Join(", ", constant.Take(MostNames))}{more}");
        }

        if (Array.TrueForAll(_actions, IsTickLike) && Array.Exists(_actions, range => range.Max > LeastTickSpan))
        {
            yield return new DatasetOddity(
                OddityCodes.RawTicks,
                $"actions are whole numbers from {_actions.Min(range => range.Min)} to {_actions.Max(range => range.Max)}: raw encoder ticks (0 to {LastTick}), not an angle");
        }

        if (LooksNormalised())
        {
            yield return new DatasetOddity(
                OddityCodes.NormalisedLooking,
                $"every action lies within ±{_actions.Max(range => range.Largest):0.###}{StateRange()}: the actions look normalised, not in the robot's unit");
        }
    }

    private static bool IsTickLike(ChannelRange range) => range is { IsWhole: true, Min: >= 0, Max: <= LastTick };

    private bool LooksNormalised()
    {
        bool hasUnits = description.ActionUnits.Any(unit => unit != ChannelUnit.None);
        if (hasUnits || Array.Exists(_actions, range => range.Largest > NormalisedEnd))
        {
            return false;
        }

        return _states.Length == _actions.Length
            ? Array.Exists(_states, range => !range.IsEmpty && range.Largest > PlainlyLarger * NormalisedEnd)
            : _states.Length == 0 && Array.TrueForAll(_actions, range => range.Largest >= NearlyOne);
    }

    private string StateRange() => _states.Length == 0 ? "" : $" while states reach ±{_states.Max(range => range.Largest):0.###}";
}
