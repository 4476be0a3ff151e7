namespace Interlock.ExecSpec.Comparison;

/// <summary>Pairs the entries of two lists by name.</summary>
internal static class NamedPairs
{
    /// <summary>Compares entries that both lists have; reports the others, and a change of order.</summary>
    /// <param name="before">The first list. Of entries with one name the first counts.</param>
    /// <param name="after">The second list.</param>
    /// <param name="nameOf">Name of an entry.</param>
    /// <param name="list">Takes the differences, with the name in brackets.</param>
    /// <param name="compare">Compares a pair.</param>
    public static void Compare<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> nameOf, DifferenceList list, Action<T, T, DifferenceList> compare)
        where T : class
    {
        string[] old = [.. before.Select(nameOf)];
        string[] now = [.. after.Select(nameOf)];
        foreach (string name in old.Union(now))
        {
            T? first = before.FirstOrDefault(item => nameOf(item) == name);
            T? second = after.FirstOrDefault(item => nameOf(item) == name);
            if (list.BothPresent($"[{name}]", first, second))
            {
                compare(first!, second!, list.Inside($"[{name}]"));
            }
        }

        if (!old.SequenceEqual(now) && old.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal)))
        {
            list.Texts(" (order)", old, now);
        }
    }
}
