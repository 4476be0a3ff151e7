using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Rules on the action representation.</summary>
internal static class ActionRules
{
    private const int MaxHorizon = 100_000;

    public static void Check(ActionSpec action, RuleReport report)
    {
        WordRules.Check<ActionSpace>(action.Quantity, "action.quantity", report);
        WordRules.Check(action.Reference, "action.reference", report);
        NumberRules.Inside(action.RateHz, SpecLimits.MinRateHz, SpecLimits.MaxRateHz, "action.rate_hz", "Hz", report);
        NumberRules.Count(action.Horizon, MaxHorizon, "action.horizon", report);
        NumberRules.Count(action.Execute, MaxHorizon, "action.execute", report);
        if (action.Execute > action.Horizon)
        {
            string cause = $"{action.Execute} actions are to be executed of a chunk that has {action.Horizon}";
            report.Error("EX109", "action.execute", cause, "execute is at most horizon");
        }

        if (action.Channels.Count is 0 or > SpecLimits.MaxChannels)
        {
            report.Error("EX109", "action.channels", $"{action.Channels.Count} channels: 1 to {SpecLimits.MaxChannels} are needed");
            return;
        }

        NameRules.CheckUnique([.. action.Channels.Select(channel => channel.Name)], i => $"action.channels[{i}].name", report);
        for (int i = 0; i < action.Channels.Count; i++)
        {
            CheckChannel(action.Channels[i], $"action.channels[{i}]", report);
        }

        CheckRotations(action, report);
    }

    private static void CheckChannel(ActionChannel channel, string key, RuleReport report)
    {
        WordRules.Check<ChannelRole>(channel.Role, $"{key}.role", report);
        WordRules.Check(channel.Reference, $"{key}.reference", report);
        WordRules.Check(channel.Unit, mayBeNone: true, $"{key}.unit", report);
        WordRules.Check(channel.PhysicalUnit, mayBeNone: true, $"{key}.physical_unit", report);
        NameRules.CheckText(channel.Frame, $"{key}.frame", report);
        bool hasUnit = channel.PhysicalUnit is not null && channel.PhysicalUnit != ChannelUnit.None;
        if (hasUnit != channel.PhysicalPerCommand is not null)
        {
            string present = hasUnit ? "physical_unit" : "physical_per_command";
            string absent = hasUnit ? "physical_per_command" : "physical_unit";
            report.Error("EX117", $"{key}.{present}", $"{channel.Name}: {present} is stated without {absent}", $"state {absent} too, or neither");
        }

        if (channel.PhysicalPerCommand is { } physical && !(Math.Abs(physical) is >= SpecLimits.MinPositive and <= SpecLimits.MaxMagnitude))
        {
            string cause = $"{channel.Name}: {ShortNumber.Of(physical)} is no scale: a finite number other than 0 is needed";
            report.Error("EX109", $"{key}.physical_per_command", cause, "what is not known is stated by leaving its key out");
        }
    }

    private static void CheckRotations(ActionSpec action, RuleReport report)
    {
        if (!NumberRules.Length(action.Rotations.Count, SpecLimits.MaxChannels, "action.rotations", report))
        {
            return;
        }

        HashSet<string> known = [.. action.Channels.Select(channel => channel.Name)];
        HashSet<string> used = [];
        for (int i = 0; i < action.Rotations.Count; i++)
        {
            CheckRotation(action.Rotations[i], known, used, $"action.rotations[{i}]", report);
        }
    }

    private static void CheckRotation(RotationGroup rotation, HashSet<string> known, HashSet<string> used, string key, RuleReport report)
    {
        WordRules.Check<RotationForm>(rotation.Form, $"{key}.form", report);
        WordRules.Check(rotation.Composition, $"{key}.composition", report);
        if (rotation.Channels.Count != ChannelsOf(rotation.Form))
        {
            string cause = $"{rotation.Channels.Count} channels, but {EnumWord.Of(rotation.Form)} has {ChannelsOf(rotation.Form)}";
            report.Error("EX115", $"{key}.channels", cause, "name them in the order of the form");
            return;
        }

        foreach (string name in rotation.Channels)
        {
            if (!known.Contains(name))
            {
                string? nearest = NearestName.Of(name, known);
                report.Error("EX115", $"{key}.channels", $"there is no channel {Quoted.Of(name)}", nearest is null ? null : $"did you mean '{nearest}'?");
            }
            else if (!used.Add(name))
            {
                report.Error("EX115", $"{key}.channels", $"the channel {Quoted.Of(name)} is already part of a rotation");
            }
        }
    }

    private static int ChannelsOf(RotationForm form) => form switch
    {
        RotationForm.QuatXyzw => 4,
        RotationForm.Rot6d => 6,
        _ => 3,
    };
}
