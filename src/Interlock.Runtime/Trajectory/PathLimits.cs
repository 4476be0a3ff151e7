using Interlock.Core.Contract;

namespace Interlock.Runtime.Trajectory;

/// <summary>
/// The contract's limits on the channels that form a path, per control tick: positions, without grippers (a gripper that snaps shut must not
/// hold the arm). Infinite where there is no limit.
/// </summary>
internal sealed class PathLimits
{
    public PathLimits(SafetyContract contract, double controlRateHz)
    {
        double dtS = 1 / controlRateHz;
        Channels = [.. Enumerable.Range(0, contract.Channels.Count).Where(index => IsOnPath(contract, contract.Channels[index]))];
        ChannelContract[] channels = [.. Channels.Select(index => contract.Channels[index])];
        MaxMotion = [.. channels.Select(channel => channel.MaxStep ?? (channel.MaxVelocity * dtS) ?? double.PositiveInfinity)];
        MaxChange = [.. channels.Select(channel => (channel.MaxAcceleration * dtS * dtS) ?? double.PositiveInfinity)];
        MaxJerk = [.. channels.Select(channel => (channel.MaxJerk * dtS * dtS * dtS) ?? double.PositiveInfinity)];
        Low = [.. channels.Select(channel => Bound(contract, channel, channel.Min, box => box.Min, Math.Max) ?? double.NegativeInfinity)];
        High = [.. channels.Select(channel => Bound(contract, channel, channel.Max, box => box.Max, Math.Min) ?? double.PositiveInfinity)];
        WrapPeriod = [.. channels.Select(PeriodOf)];
        Groups = [.. contract.SpeedNorms.Select(norm => Group(channels, norm, dtS))];
        Count = contract.Channels.Count;
    }

    /// <summary>Channels of an action, D.</summary>
    public int Count { get; }

    /// <summary>Index in the action of each channel of the path; the arrays below run along it.</summary>
    public int[] Channels { get; }

    public double[] MaxMotion { get; }

    public double[] MaxChange { get; }

    public double[] MaxJerk { get; }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>Full turn of a continuous joint; NaN elsewhere.</summary>
    public double[] WrapPeriod { get; }

    /// <summary>Vector speed limits: places on the path, and the largest motion per tick.</summary>
    public (int[] Places, double MaxMotion)[] Groups { get; }

    private static bool IsOnPath(SafetyContract contract, ChannelContract channel) =>
        channel.Role != ChannelRole.Gripper && !contract.CommandsRate(channel);

    private static (int[] Places, double MaxMotion) Group(ChannelContract[] channels, SpeedNorm norm, double dtS) =>
        ([.. Enumerable.Range(0, channels.Length).Where(place => norm.Channels.Contains(channels[place].Name))], norm.Max * dtS);

    private static double? Bound(
        SafetyContract contract,
        ChannelContract channel,
        double? own,
        Func<Workspace, IReadOnlyList<double>> side,
        Func<double, double, double> tighter)
    {
        int axis = contract.Workspace?.Channels.ToList().IndexOf(channel.Name) ?? -1;
        double? box = axis < 0 ? null : side(contract.Workspace!)[axis];
        return own is { } a && box is { } b ? tighter(a, b) : own ?? box;
    }

    private static double PeriodOf(ChannelContract channel) =>
        channel is { Continuous: true, Unit.ToSi: { } toSi } ? 2 * Math.PI / toSi : double.NaN;
}
