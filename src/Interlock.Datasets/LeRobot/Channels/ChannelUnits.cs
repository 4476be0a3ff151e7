using Interlock.Core.Units;

namespace Interlock.Datasets.LeRobot.Channels;

/// <summary>Units of channels, only where the dataset leaves no doubt: a suffix of the name, or a robot whose driver normalises.</summary>
internal static class ChannelUnits
{
    /// <summary>Separators before a unit at the end of a name: <c>elbow_rad</c>, <c>elbow.deg</c>, <c>x [m]</c>, <c>x (mm)</c>.</summary>
    private static readonly string[] Patterns = ["_{0}", ".{0}", "[{0}]", "({0})"];

    /// <summary>A bare "_m" or ".m" ends many names that mean no metre.</summary>
    private const int ShortestPlainSuffix = 2;

    public static IReadOnlyList<ChannelUnit> Of(IReadOnlyList<string> names, SoArmEvidence evidence) =>
        [.. names.Select(name => FromSuffix(name) ?? evidence.UnitOf(name) ?? ChannelUnit.None)];

    private static ChannelUnit? FromSuffix(string name) =>
        ChannelUnit.All.FirstOrDefault(unit => Patterns.Any(pattern =>
            (pattern[0] is '[' or '(' || unit.Symbol.Length >= ShortestPlainSuffix)
            && name.EndsWith(pattern.Replace("{0}", unit.Symbol, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
}
