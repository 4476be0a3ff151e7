using System.Collections.Concurrent;
using System.Reflection;

namespace Interlock.Runtime.Configuration.Keys;

/// <summary>The keys of one group in the order in which they are written.</summary>
internal sealed class KeyGroup
{
    private static readonly ConcurrentDictionary<Type, KeyGroup> Known = new();

    private readonly Dictionary<string, ConfigKey> _byName;

    private KeyGroup(Type type)
    {
        Type = type;
        object blank = Create();
        Keys =
        [
            .. type.GetProperties()
                .OrderBy(property => property.MetadataToken)
                .Select(property => (Property: property, Facts: property.GetCustomAttribute<ConfigKeyAttribute>()))
                .Where(item => item.Facts is not null)
                .Select(item => new ConfigKey(item.Property, item.Facts!, blank)),
        ];
        _byName = Keys.ToDictionary(key => key.Name);
    }

    public Type Type { get; }

    public IReadOnlyList<ConfigKey> Keys { get; }

    public static KeyGroup Of(Type type) => Known.GetOrAdd(type, type => new KeyGroup(type));

    public ConfigKey? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A group that states nothing.</summary>
    public object Create() => Activator.CreateInstance(Type)!;
}
