using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Yaml;

namespace Interlock.Runtime.Configuration.Reading;

/// <summary>Fills the records from the tree; what cannot be read is reported and keeps its default, so that one pass finds every mistake.</summary>
internal sealed class SettingsReader(ReadingReport report)
{
    /// <summary>Most entries of a list or map: more than any machine has cameras, channels or graphs.</summary>
    public const int MostItems = 512;

    private readonly ScalarReader _scalars = new(report);

    public object Read(KeyGroup group, YamlMap map, string path)
    {
        object settings = group.Create();
        HashSet<string> seen = [];
        foreach (YamlEntry entry in map.Entries)
        {
            ReadEntry(group, settings, entry, path, seen);
        }

        foreach (ConfigKey key in group.Keys.Where(key => key.Facts.IsRequired && !seen.Contains(key.Name)))
        {
            report.Error("RT008", PathOf(path, key.Name), map.Origin, $"the key '{key.Name}' is missing", key.Facts.Doc.TrimEnd('.'));
        }

        return settings;
    }

    private void ReadEntry(KeyGroup group, object settings, YamlEntry entry, string path, HashSet<string> seen)
    {
        if (group.Find(entry.Key) is not { } key)
        {
            ReportUnknown(group, entry, path);
        }
        else if (!seen.Add(key.Name))
        {
            report.Error("RT007", PathOf(path, key.Name), entry.Origin, $"the key '{key.Name}' is stated twice", "keep one of the two");
        }
        else
        {
            string keyPath = PathOf(path, key.Name);
            report.Locate(keyPath, entry.Origin);
            if (ReadValue(key, entry.Value, keyPath) is { } value)
            {
                key.Set(settings, value);
            }
        }
    }

    private object? ReadValue(ConfigKey key, YamlValue value, string path) => key.Kind switch
    {
        KeyKind.Group => value is YamlMap map ? Read(KeyGroup.Of(key.ItemType!), map, path) : WrongKind(value, path, "a group of keys, for example { … }"),
        KeyKind.Groups => value is YamlList list ? ReadGroups(key, list, path) : WrongKind(value, path, "a list of groups"),
        KeyKind.Numbers => value is YamlList list ? ReadItems(list, path, (item, itemPath) => _scalars.ReadNumber(key, item, itemPath) ?? 0) : WrongKind(value, path, "a list of numbers"),
        KeyKind.WholeNumbers => value is YamlList list ? ReadItems(list, path, (item, itemPath) => (int?)_scalars.ReadWholeNumber(key, item, itemPath) ?? 0) : WrongKind(value, path, "a list of whole numbers"),
        KeyKind.Texts => value is YamlList list ? ReadItems(list, path, (item, itemPath) => _scalars.ReadText(key, item, itemPath) ?? "") : WrongKind(value, path, "a list, for example [a, b]"),
        KeyKind.Map => value is YamlMap map ? ReadMap(key, map, path) : WrongKind(value, path, "a group of keys, for example { … }"),
        _ => value is YamlScalar scalar ? _scalars.Read(key, scalar, path) : WrongKind(value, path, "a single value"),
    };

    private object? ReadGroups(ConfigKey key, YamlList list, string path)
    {
        KeyGroup group = KeyGroup.Of(key.ItemType!);
        Array items = Array.CreateInstance(group.Type, Bounded(list.Items, list.Origin, path).Count);
        for (int i = 0; i < items.Length; i++)
        {
            string itemPath = $"{path}[{i}]";
            report.Locate(itemPath, list.Items[i].Origin);
            items.SetValue(list.Items[i] is YamlMap map ? Read(group, map, itemPath) : WrongKind(list.Items[i], itemPath, "a group of keys") ?? group.Create(), i);
        }

        return items;
    }

    private T[] ReadItems<T>(YamlList list, string path, Func<YamlScalar, string, T> read)
    {
        IReadOnlyList<YamlValue> items = Bounded(list.Items, list.Origin, path);
        T[] values = new T[items.Count];
        for (int i = 0; i < values.Length; i++)
        {
            string itemPath = $"{path}[{i}]";
            if (items[i] is YamlScalar scalar)
            {
                values[i] = read(scalar, itemPath);
            }
            else
            {
                WrongKind(items[i], itemPath, "a single value");
            }
        }

        return values;
    }

    private SortedDictionary<string, string> ReadMap(ConfigKey key, YamlMap map, string path)
    {
        SortedDictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in Bounded(map.Entries, map.Origin, path))
        {
            string itemPath = PathOf(path, Shown(entry.Key));
            bool hasName = _scalars.ReadText(key, new YamlScalar(entry.Origin, entry.Key, IsPlain: false), itemPath) is not null;
            object? text = entry.Value is YamlScalar scalar ? _scalars.ReadText(key, scalar, itemPath) : WrongKind(entry.Value, itemPath, "text");
            if (hasName && text is string known && !values.TryAdd(entry.Key, known))
            {
                report.Error("RT007", itemPath, entry.Origin, $"the key {Quoted.Of(entry.Key)} is stated twice", "keep one of the two");
            }
        }

        return values;
    }

    private IReadOnlyList<T> Bounded<T>(IReadOnlyList<T> items, ValueOrigin origin, string path)
    {
        if (items.Count <= MostItems)
        {
            return items;
        }

        report.Error("RT014", path, origin, $"{items.Count} entries: at most {MostItems} are allowed");
        return [];
    }

    private object? WrongKind(YamlValue value, string path, string needed)
    {
        report.Error("RT009", path, value.Origin, $"{value.Kind} stands where {needed} is needed");
        return null;
    }

    private void ReportUnknown(KeyGroup group, YamlEntry entry, string path)
    {
        string[] known = [.. path.Length == 0 ? new[] { RunFileParser.TagKey } : [], .. group.Keys.Select(key => key.Name)];
        string hint = Suggestion.Of(entry.Key, known, "Known keys here");
        report.Error("RT006", PathOf(path, Shown(entry.Key)), entry.Origin, $"the key {Quoted.Of(entry.Key)} is not known", hint);
    }

    private static string Shown(string key) => Quoted.Of(key).Trim('\'');

    private static string PathOf(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
