using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding;

/// <summary>How far a decoded 1.0 moves a channel in the physical world, where that is known.</summary>
internal static class PhysicalScale
{
    /// <summary>
    /// Radians or metres per decoded 1.0: what the controller makes of it where the channel says so, else the factor of the channel's own
    /// unit. Null where the number has no known physical size (ratio, ticks, pixels, undeclared) or the scale is not finite.
    /// </summary>
    /// <param name="channel">A channel of the action.</param>
    public static double? SiPerCommand(ActionChannel channel)
    {
        double perCommand = channel.PhysicalPerCommand ?? 1;
        return QuantityOf(channel) is UnitQuantity.Angle or UnitQuantity.Length
            && UnitOf(channel)?.ToSi * perCommand is { } scale
            && double.IsFinite(scale)
            ? scale
            : null;
    }

    /// <summary>What <see cref="SiPerCommand"/> measures; <see cref="UnitQuantity.Undeclared"/> where no unit is stated.</summary>
    /// <param name="channel">A channel of the action.</param>
    public static UnitQuantity QuantityOf(ActionChannel channel) => UnitOf(channel)?.Quantity ?? UnitQuantity.Undeclared;

    private static ChannelUnit? UnitOf(ActionChannel channel) => channel.PhysicalPerCommand is null ? channel.Unit : channel.PhysicalUnit;
}
