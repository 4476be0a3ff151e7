using Interlock.Core.Units;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>Joints are in radians and metres for viewers. Ratios and raw units have no place on a joint; they are shown as they are.</summary>
internal static class JointUnits
{
    public static double ToSi(ChannelUnit unit) => IsJoint(unit) ? unit.ToSi ?? 1 : 1;

    /// <summary>The unit after the conversion.</summary>
    public static string Symbol(ChannelUnit unit) => unit.Quantity switch
    {
        UnitQuantity.Angle => ChannelUnit.Radian.Symbol,
        UnitQuantity.Length => ChannelUnit.Metre.Symbol,
        _ => unit.Symbol,
    };

    public static bool IsJoint(ChannelUnit unit) => unit.Quantity is UnitQuantity.Angle or UnitQuantity.Length;
}
