using Interlock.Core.Contract;
using Interlock.Core.Units;

namespace Interlock.Cli.Verbs.Contract;

/// <summary>A channel's limits in one unit, with the step and the velocity that each other imply at the contract's rate.</summary>
internal sealed record EffectiveLimits
{
    public required string Unit { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public double? SoftMin { get; init; }

    public double? SoftMax { get; init; }

    /// <summary>Largest change per control step; null without a limit, or without a rate to derive it from.</summary>
    public double? Step { get; init; }

    /// <summary>Largest change per second; null without a limit, or without a rate to derive it from.</summary>
    public double? Velocity { get; init; }

    public double? Acceleration { get; init; }

    public double? Jerk { get; init; }

    public static EffectiveLimits InChannelUnits(SafetyContract contract, ChannelContract channel) => Scaled(
        contract, channel, channel.Unit.Symbol, 1);

    /// <summary>The limits in SI; null where the channel's unit is SI already or has no known scale.</summary>
    public static EffectiveLimits? InSi(SafetyContract contract, ChannelContract channel) =>
        channel.Unit.ToSi is { } factor && factor != 1 ? Scaled(contract, channel, SiSymbol(channel.Unit.Quantity), factor) : null;

    private static EffectiveLimits Scaled(SafetyContract contract, ChannelContract channel, string unit, double factor) => new()
    {
        Unit = unit,
        Min = channel.Min * factor,
        Max = channel.Max * factor,
        SoftMin = channel.SoftMin * factor,
        SoftMax = channel.SoftMax * factor,
        Step = (channel.MaxStep ?? (channel.MaxVelocity / contract.RateHz)) * factor,
        Velocity = (channel.MaxVelocity ?? (channel.MaxStep * contract.RateHz)) * factor,
        Acceleration = channel.MaxAcceleration * factor,
        Jerk = channel.MaxJerk * factor,
    };

    private static string SiSymbol(UnitQuantity quantity) => quantity switch
    {
        UnitQuantity.Angle => ChannelUnit.Radian.Symbol,
        UnitQuantity.Length => ChannelUnit.Metre.Symbol,
        _ => "",
    };
}
