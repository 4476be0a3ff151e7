using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot.Channels;

/// <summary>Channels of an action from their names. Where the source has none they are called <c>action_0</c>, <c>action_1</c>, ….</summary>
internal static class ChannelBuilder
{
    private static readonly string[] JointWords =
        [".pos", ".vel", ".effort", "joint", "shoulder", "elbow", "wrist", "waist", "forearm", "finger"];

    /// <summary>Separators before a unit at the end of a name: <c>elbow_rad</c>, <c>elbow.deg</c>.</summary>
    private static readonly string[] UnitPatterns = ["_{0}", ".{0}", "[{0}]", "({0})"];

    /// <param name="names">Names in action order; null or of another length when there are none.</param>
    /// <param name="count">D.</param>
    /// <param name="stated">Unit of the joints that a person has stated; null for none.</param>
    public static IReadOnlyList<ActionChannel> Build(IReadOnlyList<string>? names, int count, ChannelUnit? stated)
    {
        IReadOnlyList<string> chosen = names?.Count == count ? Distinct(names) : [.. Enumerable.Range(0, count).Select(i => $"action_{i}")];
        bool anyJoint = chosen.Any(name => RoleOf(name) == ChannelRole.Joint);
        return [.. chosen.Select(name => new ActionChannel { Name = name, Role = RoleOf(name), Unit = UnitOf(name, stated, anyJoint) })];
    }

    public static ChannelRole RoleOf(string name) =>
        name.Contains("gripper", StringComparison.OrdinalIgnoreCase) ? ChannelRole.Gripper
        : JointWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? ChannelRole.Joint
        : ChannelRole.Other;

    /// <summary>A gripper of these arms is 0 to 100 whichever unit its joints have.</summary>
    private static ChannelUnit UnitOf(string name, ChannelUnit? stated, bool anyJoint) =>
        FromSuffix(name)
        ?? (stated is null ? ChannelUnit.None
            : RoleOf(name) == ChannelRole.Gripper && stated.Quantity == UnitQuantity.Angle ? GripperUnit(name)
            : anyJoint && RoleOf(name) == ChannelRole.Other ? ChannelUnit.None
            : stated);

    private static ChannelUnit GripperUnit(string name) =>
        name.EndsWith("gripper.pos", StringComparison.Ordinal) ? ChannelUnit.Percent : ChannelUnit.None;

    private static ChannelUnit? FromSuffix(string name) => ChannelUnit.All.FirstOrDefault(unit =>
        unit.Symbol.Length > 1
        && UnitPatterns.Any(pattern => name.EndsWith(pattern.Replace("{0}", unit.Symbol, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));

    private static List<string> Distinct(IReadOnlyList<string> names)
    {
        HashSet<string> taken = new(names, StringComparer.Ordinal);
        HashSet<string> used = new(StringComparer.Ordinal);
        List<string> distinct = [];
        foreach (string name in names)
        {
            string chosen = name;
            for (int copy = 2; !used.Add(chosen); copy++)
            {
                chosen = taken.Contains($"{name}_{copy}") ? name : $"{name}_{copy}";
            }

            distinct.Add(chosen);
        }

        return distinct;
    }
}
