using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.ExecSpec.Comparison;

/// <summary>Collects the differences of one part.</summary>
internal sealed class DifferenceList(List<SpecDifference> items, SpecPart part, string prefix)
{
    /// <summary>The same list for a group inside this one.</summary>
    public DifferenceList Inside(string key) => new(items, part, PathOf(key));

    public void Text(string key, string? before, string? after)
    {
        if (before != after)
        {
            items.Add(new SpecDifference(part, PathOf(key), before, after));
        }
    }

    public void Texts(string key, IReadOnlyList<string>? before, IReadOnlyList<string>? after)
    {
        if (before is null || after is null)
        {
            Text(key, Shown(before), Shown(after));
        }
        else if (!before.SequenceEqual(after))
        {
            bool looksEqual = Shown(before) == Shown(after);
            Text(key, Shown(before), Shown(looksEqual ? [.. after.Select(text => $"'{text}'")] : after));
        }
    }

    public void Word<T>(string key, T? before, T? after)
        where T : struct, Enum => Text(key, before is { } old ? EnumWord.Of(old) : null, after is { } now ? EnumWord.Of(now) : null);

    public void Unit(string key, ChannelUnit? before, ChannelUnit? after) => Text(key, WordOf(before), WordOf(after));

    public void Flag(string key, bool before, bool after) => Text(key, before ? "true" : "false", after ? "true" : "false");

    public void Number(string key, double? before, double? after, string unit = "") => Number(key, (before, unit), (after, unit));

    /// <summary>Numbers with units of their own: 50 mm is not 50 m.</summary>
    public void Number(string key, (double? Value, string Unit) before, (double? Value, string Unit) after)
    {
        if (Nullable.Equals(before.Value, after.Value) && (before.Unit == after.Unit || before.Value is null))
        {
            return;
        }

        string? old = before.Value is { } a ? ShortNumber.Of(a, before.Unit) : null;
        string? now = after.Value is { } b ? ShortNumber.Of(b, after.Unit) : null;
        bool looksEqual = old == now && before.Value is not null && after.Value is not null;
        Text(key, looksEqual ? Whole(before) : old, looksEqual ? Whole(after) : now);
    }

    /// <summary>Groups that only one of the two has are one difference, not one per field.</summary>
    public bool BothPresent<T>(string key, T? before, T? after)
        where T : class
    {
        Text(key, before is null ? null : "present", after is null ? null : "present");
        return before is not null && after is not null;
    }

    private string PathOf(string key) => prefix.Length == 0 || key is "" or ['[' or ' ', ..] ? prefix + key : $"{prefix}.{key}";

    private static string? Shown(IReadOnlyList<string>? texts) => texts is null ? null : $"[{string.Join(", ", texts)}]";

    private static string? WordOf(ChannelUnit? unit) => unit is null || unit == ChannelUnit.None ? null : unit.Symbol;

    private static string Whole((double? Value, string Unit) number) => $"{number.Value:R} {number.Unit}".TrimEnd();
}
