using Interlock.Core.Text;

namespace Interlock.Core.Contract.Comparison;

/// <summary>Compares one channel of two contracts.</summary>
internal sealed class ChannelDiff(SafetyContract before, SafetyContract after, ChannelContract old, ChannelContract now, ChangeList changes)
{
    private readonly string _key = $"channels[{old.Name}]";

    public void Compare()
    {
        changes.Words($"{_key}.role", EnumWord.Of(old.Role), EnumWord.Of(now.Role));
        changes.Words($"{_key}.unit", UnitWord(old), UnitWord(now));
        changes.Words($"{_key}.continuous", old.Continuous ? "true" : "false", now.Continuous ? "true" : "false");
        changes.LowerLimit($"{_key}.min", Bound(old, old.Min), Bound(now, now.Min));
        changes.UpperLimit($"{_key}.max", Bound(old, old.Max), Bound(now, now.Max));
        changes.LowerLimit($"{_key}.soft_min", Bound(old, old.SoftMin), Bound(now, now.SoftMin));
        changes.UpperLimit($"{_key}.soft_max", Bound(old, old.SoftMax), Bound(now, now.SoftMax));
        CompareSpeed();
        changes.UpperLimit($"{_key}.max_acceleration", Rate(old, old.MaxAcceleration, "/s²"), Rate(now, now.MaxAcceleration, "/s²"));
        changes.UpperLimit($"{_key}.max_jerk", Rate(old, old.MaxJerk, "/s³"), Rate(now, now.MaxJerk, "/s³"));
    }

    /// <summary>A step limit and a velocity limit are the same limit once the rate is known.</summary>
    private void CompareSpeed()
    {
        bool sameForm = old.MaxVelocity is null && now.MaxVelocity is null;
        if (sameForm)
        {
            changes.UpperLimit($"{_key}.max_step", Rate(old, old.MaxStep, "/step"), Rate(now, now.MaxStep, "/step"));
        }
        else
        {
            changes.UpperLimit($"{_key}.max_velocity", Speed(before, old), Speed(after, now));
        }
    }

    private static Limit Speed(SafetyContract contract, ChannelContract channel) =>
        channel.MaxStep is not null && contract.RateHz is null
            ? Rate(channel, channel.MaxStep, "/step") with { Scale = null }
            : Rate(channel, channel.MaxVelocity ?? (channel.MaxStep * contract.RateHz), "/s");

    private static Limit Bound(ChannelContract channel, double? value) => new(value, channel.Unit.Symbol, channel.Unit);

    private static Limit Rate(ChannelContract channel, double? value, string per) => new(value, channel.Unit.Symbol + per, channel.Unit);

    private static string UnitWord(ChannelContract channel) => channel.Unit.Symbol.Length == 0 ? "undeclared" : channel.Unit.Symbol;
}
