using System.Reflection;
using System.Text.Json;

namespace Interlock.Runtime.Configuration.Keys;

/// <summary>One key of a group, as its property describes it.</summary>
internal sealed class ConfigKey
{
    private readonly PropertyInfo _property;

    public ConfigKey(PropertyInfo property, ConfigKeyAttribute facts, object blankGroup)
    {
        _property = property;
        Facts = facts;
        Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        ValueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        (Kind, ItemType) = KindOf(ValueType);
        Default = property.GetValue(blankGroup);
    }

    public string Name { get; }

    public ConfigKeyAttribute Facts { get; }

    public KeyKind Kind { get; }

    /// <summary>Type of the value, without its nullability.</summary>
    public Type ValueType { get; }

    /// <summary>Record of a group or of the groups of a list; null for other kinds.</summary>
    public Type? ItemType { get; }

    /// <summary>Value of a file without the key; null for absent.</summary>
    public object? Default { get; }

    /// <summary>The words of a word key.</summary>
    public IReadOnlyList<string> Words => Kind == KeyKind.Word ? WordList.Of(ValueType) : [];

    /// <summary>True when a value may be a single one or a list of single ones, not a group.</summary>
    public bool IsLeaf => Kind is not (KeyKind.Group or KeyKind.Groups);

    public double Min => double.IsNaN(Facts.Min) && Kind == KeyKind.WholeNumber ? 0 : Facts.Min;

    public double Max => double.IsNaN(Facts.Max) && Kind == KeyKind.WholeNumber ? ulong.MaxValue : Facts.Max;

    public object? ValueOf(object group) => _property.GetValue(group);

    public void Set(object group, object value) => _property.SetValue(group, value);

    private static (KeyKind Kind, Type? Item) KindOf(Type type) =>
        type == typeof(string) ? (KeyKind.Text, null)
        : type == typeof(double) ? (KeyKind.Number, null)
        : type == typeof(int) || type == typeof(ulong) ? (KeyKind.WholeNumber, null)
        : type == typeof(bool) ? (KeyKind.Flag, null)
        : type.IsEnum ? (KeyKind.Word, null)
        : type == typeof(IReadOnlyList<string>) ? (KeyKind.Texts, null)
        : type == typeof(IReadOnlyDictionary<string, string>) ? (KeyKind.Map, null)
        : type == typeof(IReadOnlyList<double>) ? (KeyKind.Numbers, null)
        : type == typeof(IReadOnlyList<int>) ? (KeyKind.WholeNumbers, null)
        : type.IsGenericType ? (KeyKind.Groups, type.GetGenericArguments()[0])
        : (KeyKind.Group, type);
}
