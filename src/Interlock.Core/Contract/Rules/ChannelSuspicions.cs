using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.Core.Contract.Rules;

/// <summary>Legal things about a channel that are probably not meant.</summary>
internal static class ChannelSuspicions
{
    private const double HalfTurnDeg = 180;

    /// <summary>π with room for rounding: a range in degrees that fits in here was probably written in radians.</summary>
    private const double RadianRangeLookAlike = 3.2;

    /// <summary>Two turns: a range in radians beyond it was probably written in degrees.</summary>
    private const double DegreeRangeLookAlikeRad = 4 * Math.PI;

    /// <summary>Rounding of π to six digits is not beyond half a turn.</summary>
    private const double RoundingFactor = 1 + 1e-5;

    public static void Check(SafetyContract contract, ChannelContract channel, string key, RuleReport report)
    {
        CheckNoLimit(channel, key, report);
        CheckUnit(contract, channel, key, report);
        if (channel.Min == channel.Max && channel.Min is { } only)
        {
            report.Warn(
                "CT054",
                $"{key}.max",
                $"{channel.Name}: min and max are both {ShortNumber.Of(only, channel.Unit.Symbol)}, so the channel cannot move");
        }

        if (contract.CommandsRate(channel) && (channel.Min > 0 || channel.Max < 0))
        {
            report.Warn(
                "CT059",
                channel.Min > 0 ? $"{key}.min" : $"{key}.max",
                $"{channel.Name}: the bounds of a commanded rate leave zero out; zero is allowed all the same, since the robot has to be able to stop");
        }

        if (HasSoftLimit(channel) && (contract.CommandsRate(channel) || (channel.MaxStep ?? channel.MaxVelocity) is null))
        {
            report.Warn(
                "CT056",
                channel.SoftMin is null ? $"{key}.soft_max" : $"{key}.soft_min",
                $"{channel.Name}: soft limits slow a speed limit down, and there is none to slow",
                contract.CommandsRate(channel) ? "leave them out where rates are commanded" : "add max_step or max_velocity");
        }

        if (channel is { MaxJerk: not null, MaxAcceleration: null })
        {
            report.Warn(
                "CT055",
                $"{key}.max_jerk",
                $"{channel.Name}: a jerk limit without an acceleration limit leaves the stopping distance unknown",
                "add max_acceleration");
        }
    }

    private static bool HasSoftLimit(ChannelContract channel) => (channel.SoftMin ?? channel.SoftMax) is not null;

    private static void CheckNoLimit(ChannelContract channel, string key, RuleReport report)
    {
        if ((channel.Min ?? channel.Max ?? channel.MaxStep ?? channel.MaxVelocity ?? channel.MaxAcceleration ?? channel.MaxJerk) is null)
        {
            report.Warn("CT052", key, $"{channel.Name}: the channel has no limit of its own", "add min, max and max_step");
        }
    }

    private static void CheckUnit(SafetyContract contract, ChannelContract channel, string key, RuleReport report)
    {
        bool isAngle = channel.Unit.Quantity == UnitQuantity.Angle && contract.Space != ActionSpace.JointVelocity;
        if (!isAngle || WidestBound(channel) is not { } widest)
        {
            return;
        }

        bool isDegree = channel.Unit == ChannelUnit.Degree;
        string shown = ShortNumber.Of(widest, channel.Unit.Symbol);
        if (isDegree && widest <= RadianRangeLookAlike && contract.Reference == ActionReference.Absolute)
        {
            report.Warn(
                "CT051", $"{key}.unit", $"{channel.Name}: a range that ends at {shown} looks like radians", "write unit: rad if it is");
        }
        else if (!isDegree && widest > DegreeRangeLookAlikeRad)
        {
            report.Warn(
                "CT051", $"{key}.unit", $"{channel.Name}: a range that ends at {shown} looks like degrees", "write unit: deg if it is");
        }
        else if (widest * channel.Unit.ToSi * 180 / Math.PI > HalfTurnDeg * RoundingFactor)
        {
            report.Warn(
                "CT050",
                key,
                $"{channel.Name}: a bound of {shown} is beyond half a turn",
                "write continuous: true if the joint turns without end");
        }
    }

    private static double? WidestBound(ChannelContract channel) =>
        channel is { Min: null, Max: null } ? null : Math.Max(Math.Abs(channel.Min ?? 0), Math.Abs(channel.Max ?? 0));
}
