using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Interventions;

/// <summary>Numbers of the reasons why a channel's command may be changed.</summary>
internal readonly record struct ChannelReasons
{
    private ChannelReasons(in LimitDescription limits, in ChannelEnvelope envelope, string unit, ReasonTable table)
    {
        (BelowRange, AboveRange) = Range(limits, envelope, table);
        Velocity = table.Add(GuardCodes.Velocity, limits.Velocity, limits.VelocityUnit);
        Acceleration = table.Add(GuardCodes.Acceleration, limits.Acceleration, limits.AccelerationUnit);
        Jerk = table.Add(GuardCodes.Jerk, limits.Jerk, limits.JerkUnit);
        SoftLow = table.Add(GuardCodes.SoftLimit, envelope.SoftLow, limits.Unit);
        SoftHigh = table.Add(GuardCodes.SoftLimit, envelope.SoftHigh, limits.Unit);
        StopLow = table.Add(GuardCodes.StoppingDistance, envelope.Low, limits.Unit);
        StopHigh = table.Add(GuardCodes.StoppingDistance, envelope.High, limits.Unit);
        PathSlowed = table.Add(GuardCodes.PathSlowed, double.NaN, unit);
    }

    /// <summary>Below the range that the channel may be sent, or turned too far that way.</summary>
    public int BelowRange { get; }

    /// <summary>Above the range that the channel may be sent, or turned too far that way.</summary>
    public int AboveRange { get; }

    public int Velocity { get; }

    public int Acceleration { get; }

    public int Jerk { get; }

    public int SoftLow { get; }

    public int SoftHigh { get; }

    /// <summary>Too close to the lower bound to stop.</summary>
    public int StopLow { get; }

    /// <summary>Too close to the upper bound to stop.</summary>
    public int StopHigh { get; }

    public int PathSlowed { get; }

    public static ChannelReasons Of(SafetyContract contract, int index, ChannelLayout layout, in ChannelEnvelope envelope, ReasonTable table) =>
        new(LimitDescription.Of(contract, index, layout), envelope, layout.Units[index], table);

    private static (int Below, int Above) Range(in LimitDescription limits, in ChannelEnvelope envelope, ReasonTable table)
    {
        bool turns = !double.IsNaN(envelope.WrapPeriod);
        double low = turns ? -Wrapping.LargestAngle(envelope.WrapPeriod) : envelope.Low;
        double high = turns ? Wrapping.LargestAngle(envelope.WrapPeriod) : envelope.High;
        return (Side(limits, low, limits.LowIsWorkspace, limits.LowIsVelocity, table), Side(limits, high, limits.HighIsWorkspace, limits.HighIsVelocity, table));
    }

    private static int Side(in LimitDescription limits, double end, bool isWorkspace, bool isVelocity, ReasonTable table) =>
        isWorkspace ? table.Add(GuardCodes.Workspace, end, limits.Unit)
        : isVelocity ? table.Add(GuardCodes.Velocity, limits.Velocity, limits.VelocityUnit)
        : table.Add(GuardCodes.Bound, end, limits.Unit);
}
