using Interlock.Core.Contract;

namespace Interlock.Guard.Channels;

/// <summary>The facts about the channels that every room of the guard needs in array form.</summary>
internal sealed class ChannelLayout
{
    private const double FallbackRateHz = 1.0;

    public ChannelLayout(SafetyContract contract)
    {
        Names = [.. contract.Channels.Select(channel => channel.Name)];
        Units = [.. contract.Channels.Select(channel => channel.Unit.Symbol)];
        IsRate = [.. contract.Channels.Select(channel => contract.CommandsRate(channel))];
        WrapPeriod = [.. contract.Channels.Select(PeriodOf)];
        GripperChannels = [.. IndicesOf(contract, ChannelRole.Gripper)];
        DtS = 1 / (contract.RateHz ?? FallbackRateHz);
        CommandUnits = [.. Units.Select((unit, i) => IsRate[i] && contract.Space == ActionSpace.JointVelocity ? $"{unit}/s" : unit)];
        HasRate = contract.RateHz is not null;
        CommandsVelocity = contract.Space == ActionSpace.JointVelocity;
    }

    /// <summary>Channel names in action order.</summary>
    public string[] Names { get; }

    /// <summary>Unit symbols in action order.</summary>
    public string[] Units { get; }

    /// <summary>Units of the commands: per second where joint velocities are commanded.</summary>
    public string[] CommandUnits { get; }

    /// <summary>
    /// True where the command is itself a rate (joint velocities, step displacements), so that rest is zero and
    /// motion is the command, not its difference.
    /// </summary>
    public bool[] IsRate { get; }

    /// <summary>Full turn of a continuous joint, in channel units; NaN elsewhere.</summary>
    public double[] WrapPeriod { get; }

    /// <summary>Indices of the gripper channels.</summary>
    public int[] GripperChannels { get; }

    /// <summary>Control period, in seconds; one second per step when the contract states no rate.</summary>
    public double DtS { get; }

    /// <summary>True when the contract states a rate, so that per-second quantities mean something.</summary>
    public bool HasRate { get; }

    /// <summary>True when rate channels are commanded per second; false when they are commanded per control step.</summary>
    public bool CommandsVelocity { get; }

    /// <summary>Number of channels, D.</summary>
    public int Count => Names.Length;

    private static double PeriodOf(ChannelContract channel) =>
        channel is { Continuous: true, Unit.ToSi: { } toSi } ? 2 * Math.PI / toSi : double.NaN;

    private static IEnumerable<int> IndicesOf(SafetyContract contract, ChannelRole role) =>
        Enumerable.Range(0, contract.Channels.Count).Where(index => contract.Channels[index].Role == role);
}
