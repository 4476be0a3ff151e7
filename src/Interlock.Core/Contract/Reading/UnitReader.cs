using Interlock.Core.Units;

namespace Interlock.Core.Contract.Reading;

/// <summary>Reads the unit of a channel; spellings that people use elsewhere are refused with the right one.</summary>
internal static class UnitReader
{
    private static readonly Dictionary<string, string> OtherSpellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["degree"] = "deg",
        ["degrees"] = "deg",
        ["°"] = "deg",
        ["radian"] = "rad",
        ["radians"] = "rad",
        ["meter"] = "m",
        ["meters"] = "m",
        ["metre"] = "m",
        ["metres"] = "m",
        ["millimeter"] = "mm",
        ["millimetre"] = "mm",
        ["%"] = "percent",
        ["pct"] = "percent",
        ["pixel"] = "px",
        ["pixels"] = "px",
        ["counts"] = "ticks",
        ["normalised"] = "normalized",
    };

    public static IReadOnlyList<string> Symbols { get; } = [.. ChannelUnit.All.Select(unit => unit.Symbol)];

    public static ChannelUnit Read(GroupReader group, ReadingReport report)
    {
        if (group.Scalar("unit", "a unit") is not { } scalar)
        {
            return ChannelUnit.None;
        }

        if (ChannelUnit.Find(scalar.Text) is { } unit)
        {
            return unit;
        }

        report.UnknownWord(group.PathOf("unit"), scalar, Symbols, OtherSpellings.GetValueOrDefault(scalar.Text));
        return ChannelUnit.None;
    }
}
