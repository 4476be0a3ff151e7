using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>
/// Takes typed values out of one group of keys. Every mismatch is reported and read as absent, so that one pass finds them all.
/// </summary>
internal sealed class GroupReader
{
    private readonly Dictionary<string, JsonValue> _values = [];
    private readonly ReadingReport _report;
    private readonly int _line;

    public GroupReader(JsonMap map, string path, IReadOnlyList<string> knownKeys, ReadingReport report)
    {
        Path = path;
        _report = report;
        _line = map.Line;
        report.Locate(path, map.Line);
        foreach (JsonEntry entry in map.Entries)
        {
            Take(entry, knownKeys);
        }
    }

    public string Path { get; }

    public string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>Reports a key that has to be there.</summary>
    public GroupReader Require(string key, string hint)
    {
        if (!_values.ContainsKey(key))
        {
            _report.Error("EX107", PathOf(key), _line, $"the key '{key}' is missing", hint);
        }

        return this;
    }

    public string? Text(string key) => Value<JsonText>(key, "a text in quotes")?.Value;

    public double? Number(string key) => Value<JsonDecimal>(key, "a number")?.Value;

    public bool? Flag(string key) => Value<JsonWord>(key, "true or false")?.Value;

    public int? WholeNumber(string key)
    {
        if (Value<JsonDecimal>(key, "a whole number") is not { } number)
        {
            return null;
        }

        if (number.Value == Math.Truncate(number.Value) && Math.Abs(number.Value) <= int.MaxValue)
        {
            return (int)number.Value;
        }

        _report.Error("EX106", PathOf(key), number.Line, $"{ShortNumber.Of(number.Value)} is not a whole number of up to ten digits");
        return null;
    }

    public T? Word<T>(string key)
        where T : struct, Enum
    {
        if (Value<JsonText>(key, "a word in quotes") is not { } text)
        {
            return null;
        }

        T? value = EnumWord.Find<T>(text.Value);
        if (value is null)
        {
            _report.UnknownWord(PathOf(key), text.Line, text.Value, EnumWord.All<T>());
        }

        return value;
    }

    public ChannelUnit? Unit(string key) =>
        Value<JsonText>(key, "a unit in quotes") is { } text ? UnitReader.Read(PathOf(key), text, _report) : null;

    public GroupReader? Group(string key, IReadOnlyList<string> knownKeys) =>
        Value<JsonMap>(key, "a group of keys { … }") is { } map ? new GroupReader(map, PathOf(key), knownKeys, _report) : null;

    public IReadOnlyList<GroupReader> Groups(string key, IReadOnlyList<string> knownKeys) =>
        [.. Items<JsonMap>(key, "a group of keys { … }").Select(item => new GroupReader(item.Value, item.Path, knownKeys, _report))];

    /// <summary>Null when the key is absent.</summary>
    public IReadOnlyList<string>? Texts(string key) =>
        _values.ContainsKey(key) ? [.. Items<JsonText>(key, "a text in quotes").Select(item => item.Value.Value)] : null;

    /// <inheritdoc cref="Texts"/>
    public IReadOnlyList<bool>? Flags(string key) => _values.ContainsKey(key)
        ? [.. Items<JsonWord>(key, "true or false").Select(item => item.Value.Value).OfType<bool>()]
        : null;

    public IReadOnlyList<ChannelUnit> Units(string key) =>
        [.. Items<JsonText>(key, "a unit in quotes").Select(item => UnitReader.Read(item.Path, item.Value, _report))];

    /// <inheritdoc cref="Texts"/>
    public NumberTable? Table(string key) =>
        Value<JsonList>(key, "a list of numbers") is { } list ? NumberTable.Read(PathOf(key), list, _report) : null;

    private IEnumerable<(string Path, T Value)> Items<T>(string key, string needed)
        where T : JsonValue
    {
        IReadOnlyList<JsonValue> items = Value<JsonList>(key, "a list [ … ]")?.Items ?? [];
        for (int i = 0; i < items.Count; i++)
        {
            string path = $"{PathOf(key)}[{i}]";
            _report.Locate(path, items[i].Line);
            if (Typed<T>(path, items[i], needed) is { } value)
            {
                yield return (path, value);
            }
        }
    }

    private T? Value<T>(string key, string needed)
        where T : JsonValue => _values.TryGetValue(key, out JsonValue? value) ? Typed<T>(PathOf(key), value, needed) : null;

    private T? Typed<T>(string path, JsonValue value, string needed)
        where T : JsonValue
    {
        bool isNull = value is JsonWord { Value: null };
        if (value is T typed && !isNull)
        {
            return typed;
        }

        string hint = isNull ? "what is not known is stated by leaving its key out" : $"write {needed}";
        _report.Error("EX106", path, value.Line, $"{value.Kind} stands where {needed} is needed", hint);
        return null;
    }

    private void Take(JsonEntry entry, IReadOnlyList<string> knownKeys)
    {
        if (!knownKeys.Contains(entry.Key))
        {
            ReportUnknown(entry, knownKeys);
        }
        else if (!_values.TryAdd(entry.Key, entry.Value))
        {
            _report.Error("EX105", PathOf(entry.Key), entry.Line, $"the key '{entry.Key}' is stated twice", "keep one of the two");
        }
        else
        {
            _report.Locate(PathOf(entry.Key), entry.Line);
        }
    }

    private void ReportUnknown(JsonEntry entry, IReadOnlyList<string> knownKeys)
    {
        string path = PathOf(Quoted.Of(entry.Key).Trim('\''));
        string known = string.Join(", ", knownKeys);
        string? nearest = _report.IsFull ? null : NearestName.Of(entry.Key, knownKeys);
        string hint = nearest is null ? $"known keys here: {known}" : $"did you mean '{nearest}'? Known keys here: {known}";
        _report.Error("EX104", path, entry.Line, $"the key {Quoted.Of(entry.Key)} is not known", hint);
    }
}
