using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.Core.Contract.Rules;

/// <summary>Rules on one channel.</summary>
internal static class ChannelRules
{
    public static void Check(SafetyContract contract, ChannelContract channel, string key, RuleReport report)
    {
        NameRules.Check(channel.Name, $"{key}.name", report);
        WordRules.Check(channel.Role, $"{key}.role", report);
        CheckUnit(channel.Unit, $"{key}.unit", report);
        CheckRange(channel, key, report);
        CheckRates(contract, channel, key, report);
        CheckContinuous(channel, key, report);
    }

    private static void CheckUnit(ChannelUnit unit, string key, RuleReport report)
    {
        if (unit != ChannelUnit.None && !ChannelUnit.All.Contains(unit))
        {
            report.Error(
                "CT010", key, $"{Quoted.Of(unit.Symbol)} is not a unit of the format", $"known: {string.Join(", ", ChannelUnit.All)}");
        }
    }

    private static void CheckRange(ChannelContract channel, string key, RuleReport report)
    {
        string unit = channel.Unit.Symbol;
        bool usable = NumberRules.IsUsable(channel.Min, $"{key}.min", unit, report)
            & NumberRules.IsUsable(channel.Max, $"{key}.max", unit, report)
            & NumberRules.IsUsable(channel.SoftMin, $"{key}.soft_min", unit, report)
            & NumberRules.IsUsable(channel.SoftMax, $"{key}.soft_max", unit, report);
        if (!usable)
        {
            return;
        }

        if (channel.Min > channel.Max)
        {
            report.Error(
                "CT013",
                $"{key}.min",
                $"{channel.Name}: min {ShortNumber.Of(channel.Min.Value, unit)} is above max {ShortNumber.Of(channel.Max.Value, unit)}",
                "exchange the two?");
        }

        CheckSoft(channel, key, report);
    }

    private static void CheckSoft(ChannelContract channel, string key, RuleReport report)
    {
        if (channel.SoftMin > channel.SoftMax)
        {
            report.Error(
                "CT014",
                $"{key}.soft_min",
                $"{channel.Name}: {Compare("soft_min", channel.SoftMin, "above soft_max", channel.SoftMax, channel)}",
                "exchange the two?");
        }

        if (channel.SoftMin < channel.Min || channel.SoftMin > channel.Max)
        {
            string limit = channel.SoftMin < channel.Min
                ? Compare("soft_min", channel.SoftMin, "below min", channel.Min, channel)
                : Compare("soft_min", channel.SoftMin, "above max", channel.Max, channel);
            report.Error("CT014", $"{key}.soft_min", $"{channel.Name}: {limit}", "soft limits lie inside the hard ones");
        }

        if (channel.SoftMax > channel.Max || channel.SoftMax < channel.Min)
        {
            string limit = channel.SoftMax > channel.Max
                ? Compare("soft_max", channel.SoftMax, "above max", channel.Max, channel)
                : Compare("soft_max", channel.SoftMax, "below min", channel.Min, channel);
            report.Error("CT014", $"{key}.soft_max", $"{channel.Name}: {limit}", "soft limits lie inside the hard ones");
        }
    }

    private static string Compare(string soft, double? value, string relation, double? limit, ChannelContract channel) =>
        $"{soft} {ShortNumber.Of(value ?? 0, channel.Unit.Symbol)} is {relation} {ShortNumber.Of(limit ?? 0, channel.Unit.Symbol)}";

    private static void CheckRates(SafetyContract contract, ChannelContract channel, string key, RuleReport report)
    {
        string unit = channel.Unit.Symbol;
        NumberRules.IsUsablePositive(channel.MaxStep, $"{key}.max_step", unit, report);
        CheckPerSecond(contract, channel.MaxVelocity, $"{key}.max_velocity", $"{unit}/s", report);
        CheckPerSecond(contract, channel.MaxAcceleration, $"{key}.max_acceleration", $"{unit}/s²", report);
        CheckPerSecond(contract, channel.MaxJerk, $"{key}.max_jerk", $"{unit}/s³", report);
        if (channel.MaxStep is not null && contract is { RateHz: null, Space: ActionSpace.JointVelocity })
        {
            report.Error(
                "CT016",
                $"{key}.max_step",
                $"{channel.Name}: a step limit on commanded velocities needs to know how long a step is, but the contract states no rate_hz",
                "add rate_hz: the rate of the control loop");
        }

        if (channel is { MaxStep: not null, MaxVelocity: not null })
        {
            report.Error(
                "CT015",
                $"{key}.max_velocity",
                $"{channel.Name}: max_step and max_velocity limit the same thing",
                "keep exactly one: max_step counts per control step, max_velocity per second");
        }
    }

    private static void CheckPerSecond(SafetyContract contract, double? limit, string key, string unit, RuleReport report)
    {
        bool usable = NumberRules.IsUsablePositive(limit, key, unit, report);
        if (usable && limit is not null && contract.RateHz is null)
        {
            report.Error(
                "CT016",
                key,
                $"{ShortNumber.Of(limit.Value, unit)} counts per second, but the contract states no rate_hz",
                "add rate_hz: the rate of the control loop");
        }
    }

    private static void CheckContinuous(ChannelContract channel, string key, RuleReport report)
    {
        if (!channel.Continuous)
        {
            return;
        }

        if (channel.Unit.Quantity != UnitQuantity.Angle)
        {
            string unit = channel.Unit == ChannelUnit.None ? "no unit" : $"unit {channel.Unit}";
            report.Error(
                "CT021",
                $"{key}.continuous",
                $"{channel.Name}: a joint that turns without end has an angle, but the channel has {unit}",
                "write unit: rad or unit: deg");
        }

        if ((channel.Min ?? channel.Max ?? channel.SoftMin ?? channel.SoftMax) is not null)
        {
            report.Error(
                "CT021",
                $"{key}.continuous",
                $"{channel.Name}: a joint that turns without end has no bounds",
                "remove the bounds, or continuous");
        }
    }
}
