using Interlock.Core.Contract;

namespace Interlock.Runtime.Journal;

/// <summary>How near a command is to the bounds of its contract.</summary>
internal sealed class CommandMargin
{
    private readonly double[] _min;
    private readonly double[] _max;
    private readonly bool _isKnown;

    /// <param name="contract">Whose bounds; commands that are relative have none that they could be held against.</param>
    public CommandMargin(SafetyContract contract)
    {
        _min = [.. contract.Channels.Select(channel => channel.Min ?? double.NaN)];
        _max = [.. contract.Channels.Select(channel => channel.Max ?? double.NaN)];
        _isKnown = contract.Reference == ActionReference.Absolute && contract.Channels.Any(channel => channel.Max > channel.Min);
    }

    /// <summary>Smallest distance to a bound as a share of that channel's span, 0 at a bound and 0.5 in the middle; null where no channel has two bounds or there is no command.</summary>
    /// <param name="command">Absolute, one value per channel, or empty.</param>
    public double? Of(ReadOnlySpan<double> command)
    {
        if (!_isKnown || command.Length != _min.Length)
        {
            return null;
        }

        double worst = double.PositiveInfinity;
        for (int i = 0; i < command.Length; i++)
        {
            if (_max[i] > _min[i])
            {
                worst = Math.Min(worst, Math.Min(command[i] - _min[i], _max[i] - command[i]) / (_max[i] - _min[i]));
            }
        }

        return worst;
    }
}
