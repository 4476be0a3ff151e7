using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.Core.Contract.Rules;

/// <summary>Rules on limits that join several channels: vector speeds and the workspace box.</summary>
internal static class VectorRules
{
    /// <summary>After this many unknown names a list is about another robot; searching a suggestion for each costs time.</summary>
    private const int MostUnknownNames = 3;

    public static void Check(SafetyContract contract, RuleReport report)
    {
        if (contract.SpeedNorms.Count > ContractLimits.MaxSpeedNorms)
        {
            report.Error(
                "CT020", "speed_norms", $"{contract.SpeedNorms.Count} vector speeds: at most {ContractLimits.MaxSpeedNorms} are possible");
            return;
        }

        for (int i = 0; i < contract.SpeedNorms.Count; i++)
        {
            CheckSpeed(contract, contract.SpeedNorms[i], $"speed_norms[{i}]", report);
        }

        if (contract.Workspace is { } box)
        {
            CheckBox(contract, box, report);
        }
    }

    private static void CheckSpeed(SafetyContract contract, SpeedNorm norm, string key, RuleReport report)
    {
        ChannelUnit unit = CheckChannels(contract, norm.Channels, ContractLimits.MaxChannels, key, report);
        NumberRules.IsUsablePositive(norm.Max, $"{key}.max", $"{unit}/s", report);
        CheckKind(contract, Named(contract, norm.Channels), $"{key}.channels", report);
        if (contract.RateHz is null)
        {
            report.Error(
                "CT016",
                $"{key}.max",
                "a vector speed counts per second, but the contract states no rate_hz",
                "add rate_hz: the rate of the control loop");
        }
    }

    private static void CheckBox(SafetyContract contract, Workspace box, RuleReport report)
    {
        ChannelUnit unit = CheckChannels(contract, box.Channels, ContractLimits.MaxWorkspaceChannels, "workspace", report);
        bool complete = CheckLength(box.Min.Count, box.Channels.Count, "workspace.min", report)
            & CheckLength(box.Max.Count, box.Channels.Count, "workspace.max", report);
        for (int i = 0; complete && i < box.Channels.Count; i++)
        {
            CheckEdge(box, i, unit.Symbol, report);
            CheckOverlap(contract, box, i, report);
        }

        if (contract.Space == ActionSpace.JointPosition)
        {
            report.Warn(
                "CT053",
                "workspace",
                "a workspace box on joint positions limits joints, not the hand",
                "name Cartesian channels, or use min and max of the joints");
        }
    }

    private static void CheckEdge(Workspace box, int i, string unit, RuleReport report)
    {
        bool usable = NumberRules.IsUsable(box.Min[i], $"workspace.min[{i}]", unit, report)
            & NumberRules.IsUsable(box.Max[i], $"workspace.max[{i}]", unit, report);
        if (usable && box.Min[i] > box.Max[i])
        {
            report.Error(
                "CT013",
                $"workspace.min[{i}]",
                $"{box.Channels[i]}: min {ShortNumber.Of(box.Min[i], unit)} is above max {ShortNumber.Of(box.Max[i], unit)}",
                "exchange the two?");
        }
    }

    /// <summary>A box beside the channel's own bounds leaves no command; a box says nothing about displacements.</summary>
    private static void CheckOverlap(SafetyContract contract, Workspace box, int i, RuleReport report)
    {
        if (contract.Channels.FirstOrDefault(item => item.Name == box.Channels[i]) is not { } channel)
        {
            return;
        }

        if (contract.CommandsRate(channel))
        {
            report.Error(
                "CT025",
                $"workspace.channels[{i}]",
                $"{channel.Name} is commanded as a rate, and a box limits positions",
                "limit the rate with min, max and max_velocity, or command poses");
        }
        else if (box.Min[i] > channel.Max || box.Max[i] < channel.Min)
        {
            report.Error(
                "CT013",
                $"workspace.min[{i}]",
                $"{channel.Name}: the workspace and the channel's own bounds have no command in common",
                "correct one of the two");
        }
    }

    private static void CheckKind(SafetyContract contract, IEnumerable<ChannelContract> channels, string key, RuleReport report)
    {
        if (channels.Select(contract.CommandsRate).Distinct().Count() > 1)
        {
            report.Error(
                "CT026", key, "the list joins commanded rates and commanded positions", "leave the gripper out, or make two lists");
        }
    }

    private static IEnumerable<ChannelContract> Named(SafetyContract contract, IReadOnlyList<string> names)
    {
        HashSet<string> wanted = [.. names];
        return contract.Channels.Where(channel => wanted.Contains(channel.Name));
    }

    private static bool CheckLength(int count, int expected, string key, RuleReport report)
    {
        if (count != expected)
        {
            report.Error("CT020", key, $"{count} numbers for {expected} channels", "give one number per channel, in the same order");
        }

        return count == expected;
    }

    /// <summary>Checks that the names are channels of one unit, and returns it.</summary>
    private static ChannelUnit CheckChannels(SafetyContract contract, IReadOnlyList<string> names, int most, string key, RuleReport report)
    {
        if (names.Count == 0 || names.Count > most)
        {
            report.Error("CT020", $"{key}.channels", $"{names.Count} channel names: 1 to {most} are needed");
            return ChannelUnit.None;
        }

        HashSet<string> seen = [];
        ChannelContract? first = null;
        int unknown = 0;
        for (int i = 0; i < names.Count && unknown < MostUnknownNames; i++)
        {
            ChannelContract? channel = CheckName(contract, names[i], seen, $"{key}.channels[{i}]", report);
            first ??= channel;
            unknown += channel is null ? 1 : 0;
            if (channel is not null && channel.Unit != first!.Unit)
            {
                report.Error(
                    "CT019",
                    $"{key}.channels[{i}]",
                    $"{channel.Name} is in {Named(channel.Unit)}, {first.Name} is in {Named(first.Unit)}",
                    "a vector has one unit");
            }
        }

        return first?.Unit ?? ChannelUnit.None;
    }

    private static ChannelContract? CheckName(SafetyContract contract, string name, HashSet<string> seen, string key, RuleReport report)
    {
        ChannelContract? channel = contract.Channels.FirstOrDefault(item => item.Name == name);
        if (channel is null)
        {
            string? nearest = NearestName.Of(name, contract.Channels.Select(item => item.Name));
            report.Error(
                "CT018",
                key,
                $"there is no channel {Quoted.Of(name)}",
                nearest is null ? "name a channel of this contract" : $"did you mean '{nearest}'?");
        }
        else if (!seen.Add(name))
        {
            report.Error("CT024", key, $"the channel {Quoted.Of(name)} is named twice", "keep one of the two");
        }

        return channel;
    }

    private static string Named(ChannelUnit unit) => unit == ChannelUnit.None ? "no declared unit" : unit.Symbol;
}
