using Interlock.Core.Contract;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>
/// Checks executed commands against the contract's own words, sharing no code with the filter: differences of what was sent, and the
/// arithmetic series of a stop for the distance to the bounds.
/// </summary>
internal sealed class LimitOracle
{
    /// <summary>Rounding of sums of a few doubles, relative to the numbers involved.</summary>
    private const double Rounding = 2e-14;

    /// <summary>Rounding of the limits' own conversion to steps.</summary>
    private const double LimitRounding = 1e-9;

    private readonly SafetyContract _contract;
    private readonly ChannelOracle[] _channels;
    private readonly int[][] _norms;

    public LimitOracle(SafetyContract contract)
    {
        _contract = contract;
        _channels = [.. contract.Channels.Select(channel => new ChannelOracle(contract, channel))];
        string[] names = [.. contract.Channels.Select(channel => channel.Name)];
        _norms = [.. contract.SpeedNorms.Select(norm => norm.Channels.Select(name => Array.IndexOf(names, name)).ToArray())];
    }

    /// <summary>Starts again from a robot that has been standing where it is; empty when that is not known.</summary>
    public void Begin(ReadOnlySpan<double> measured)
    {
        for (int i = 0; i < _channels.Length; i++)
        {
            _channels[i].Begin(measured.IsEmpty ? null : measured[i]);
        }
    }

    /// <summary>A pause without a measured state: the channels have come to rest, rates are as they were.</summary>
    public void Settle()
    {
        foreach (ChannelOracle channel in _channels)
        {
            channel.Settle();
        }
    }

    /// <summary>True when every channel stands inside its bounds or where nothing is known of it.</summary>
    public bool IsInside => Array.TrueForAll(_channels, channel => channel.IsInside);

    /// <summary>Rounding of adding and subtracting a chunk's origin.</summary>
    public double Slack => SlackOf(_contract);

    /// <summary>False when the limits themselves make a stop longer.</summary>
    public bool StopsWithin(int steps) => Array.TrueForAll(_channels, channel => channel.LongestStop <= steps);

    /// <summary>The first broken promise, or null.</summary>
    public string? Check(ReadOnlySpan<double> command)
    {
        for (int i = 0; i < command.Length; i++)
        {
            if (_channels[i].Check(command[i]) is { } broken)
            {
                return $"{broken}; {_contract.Channels[i]}";
            }
        }

        return CheckNorms();
    }

    private string? CheckNorms()
    {
        for (int k = 0; k < _norms.Length; k++)
        {
            double sum = 0;
            double scale = 0;
            foreach (int i in _norms[k])
            {
                sum += _channels[i].PerSecond * _channels[i].PerSecond;
                scale = Math.Max(scale, _channels[i].Scale * _contract.RateHz!.Value);
            }

            double most = _contract.SpeedNorms[k].Max;
            if (Math.Sqrt(sum) > (most * (1 + LimitRounding)) + (4 * Rounding * scale) + (4 * Slack * _contract.RateHz!.Value))
            {
                return $"norm {Math.Sqrt(sum)} > {most}";
            }
        }

        return null;
    }

    public static double SlackOf(SafetyContract contract)
    {
        const double roundingOfOrigins = 1e-12;
        return contract.Reference == ActionReference.RelativeChunk ? roundingOfOrigins : 0;
    }

    public static bool IsRate(SafetyContract contract, ChannelContract channel) =>
        channel.Role != ChannelRole.Gripper
        && (contract.Space is ActionSpace.JointVelocity or ActionSpace.EeDelta || contract.Reference == ActionReference.DeltaStep);
}
