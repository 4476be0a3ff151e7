using System.Collections;

namespace Interlock.Runtime.Configuration.Keys;

/// <summary>Every key of a settings tree in the order in which it is written.</summary>
internal static class SettingsWalk
{
    public static IEnumerable<KeyValue> Of(object settings, string path = "") =>
        KeyGroup.Of(settings.GetType()).Keys.SelectMany(key => Of(key, settings, path.Length == 0 ? key.Name : $"{path}.{key.Name}"));

    private static IEnumerable<KeyValue> Of(ConfigKey key, object group, string path)
    {
        object? value = key.ValueOf(group);
        object[] items = value is not null && key.Kind == KeyKind.Groups ? [.. ((IEnumerable)value).Cast<object>()] : [];
        return key.IsLeaf || value is null || (key.Kind == KeyKind.Groups && items.Length == 0)
            ? [new KeyValue(path, key, key.IsLeaf ? value : null)]
            : key.Kind == KeyKind.Group
                ? Of(value, path)
                : items.SelectMany((item, i) => Of(item, $"{path}[{i}]"));
    }
}
