using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration.Yaml;

namespace Interlock.Runtime.Configuration.Overrides;

/// <summary>A tree with one value put in, or taken out; the rest keeps its place.</summary>
internal static class TreeGraft
{
    /// <param name="node">What is there; null for nothing.</param>
    /// <param name="steps">The way from there.</param>
    /// <param name="leaf">The value; null takes it out.</param>
    /// <param name="origin">Of everything that has to be made on the way.</param>
    /// <exception cref="DiagnosticException">RT015: an index beyond the end of its list.</exception>
    public static YamlValue? Put(YamlValue? node, ReadOnlySpan<RouteStep> steps, YamlValue? leaf, ValueOrigin origin) =>
        steps.IsEmpty ? leaf
        : steps[0].Key is { } key ? PutKey(node as YamlMap ?? new YamlMap(origin, []), key, steps[1..], leaf, origin)
        : PutItem(node as YamlList ?? new YamlList(origin, []), steps[0].Index, steps[1..], leaf, origin);

    private static YamlMap PutKey(YamlMap map, string key, ReadOnlySpan<RouteStep> rest, YamlValue? leaf, ValueOrigin origin)
    {
        List<YamlEntry> entries = [.. map.Entries];
        int at = entries.FindIndex(entry => entry.Key == key);
        YamlValue? value = Put(at < 0 ? null : entries[at].Value, rest, leaf, origin);
        if (at >= 0)
        {
            entries.RemoveAt(at);
        }

        if (value is not null)
        {
            ValueOrigin keyOrigin = at < 0 || rest.IsEmpty ? origin : map.Entries[at].Origin;
            entries.Insert(at < 0 ? entries.Count : at, new YamlEntry(key, keyOrigin, value));
        }

        return map with { Entries = entries };
    }

    private static YamlList PutItem(YamlList list, int index, ReadOnlySpan<RouteStep> rest, YamlValue? leaf, ValueOrigin origin)
    {
        if (index > list.Items.Count)
        {
            string hint = $"use 0 to {list.Items.Count}; the last one adds an entry";
            throw new DiagnosticException("RT015", $"the list has {list.Items.Count} entries, [{index}] is beyond its end", origin.PlaceOf(""), hint);
        }

        List<YamlValue> items = [.. list.Items];
        YamlValue? value = Put(index < items.Count ? items[index] : null, rest, leaf, origin);
        items.RemoveRange(index, index < items.Count ? 1 : 0);
        if (value is not null)
        {
            items.Insert(index, value);
        }

        return list with { Items = items };
    }
}
