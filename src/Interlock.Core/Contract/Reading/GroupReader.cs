using System.Globalization;
using Interlock.Core.Text;

namespace Interlock.Core.Contract.Reading;

/// <summary>
/// Takes typed values out of one group of keys. Every mismatch is reported and read as absent, so that one pass finds them all.
/// </summary>
internal sealed class GroupReader
{
    private readonly Dictionary<string, YamlValue> _values = [];
    private readonly ReadingReport _report;
    private readonly string _path;
    private readonly int _line;

    public GroupReader(YamlMap map, string path, IReadOnlyList<string> knownKeys, ReadingReport report)
    {
        _report = report;
        _path = path;
        _line = map.Line;
        report.Locate(path, map.Line);
        foreach (YamlEntry entry in map.Entries)
        {
            Take(entry, knownKeys);
        }
    }

    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Reports a key that has to be there.</summary>
    public void Require(string key, string hint)
    {
        if (!Has(key))
        {
            _report.Error("CT008", PathOf(key), _line, $"the key '{key}' is missing", hint);
        }
    }

    public string? Text(string key) => Scalar(key, "text")?.Text;

    public double? Number(string key) => Scalar(key, "a number") is { } scalar ? NumberOf(PathOf(key), scalar) : null;

    public int? WholeNumber(string key)
    {
        if (Scalar(key, "a whole number") is not { } scalar)
        {
            return null;
        }

        if (scalar.IsPlain && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            return value;
        }

        WrongType(PathOf(key), scalar, $"{Quoted.Of(scalar.Text)} is not a whole number", "write digits only, for example 10");
        return null;
    }

    public bool? Flag(string key)
    {
        if (Scalar(key, "true or false") is not { } scalar)
        {
            return null;
        }

        if (scalar is { IsPlain: true, Text: "true" or "false" })
        {
            return scalar.Text == "true";
        }

        WrongType(PathOf(key), scalar, $"{Quoted.Of(scalar.Text)} is neither true nor false", "write true or false");
        return null;
    }

    public T? Word<T>(string key)
        where T : struct, Enum
    {
        if (Scalar(key, "a word") is not { } scalar)
        {
            return null;
        }

        T? value = EnumWord.Find<T>(scalar.Text);
        if (value is null)
        {
            _report.UnknownWord(PathOf(key), scalar, EnumWord.All<T>());
        }

        return value;
    }

    public GroupReader? Group(string key, IReadOnlyList<string> knownKeys) =>
        Value<YamlMap>(key, "a group of keys, for example { … }") is { } map
            ? new GroupReader(map, PathOf(key), knownKeys, _report)
            : null;

    public IReadOnlyList<GroupReader> Groups(string key, IReadOnlyList<string> knownKeys)
    {
        List<GroupReader> groups = [];
        foreach ((string path, YamlValue item) in Items(key))
        {
            if (item is YamlMap map)
            {
                groups.Add(new GroupReader(map, path, knownKeys, _report));
            }
            else
            {
                WrongType(path, item, $"an entry is {item.Kind}, a group of keys is needed", "write - { key: value, … }");
            }
        }

        return groups;
    }

    public IReadOnlyList<string> Texts(string key) =>
        [.. Scalars(key, "text").Select(item => item.Scalar.Text)];

    public IReadOnlyList<double> Numbers(string key) =>
        [.. Scalars(key, "a number").Select(item => NumberOf(item.Path, item.Scalar)).OfType<double>()];

    public YamlScalar? Scalar(string key, string needed)
    {
        YamlScalar? scalar = Value<YamlScalar>(key, needed);
        return scalar is not null && RefuseAbsent(PathOf(key), scalar) ? null : scalar;
    }

    private List<(string Path, YamlScalar Scalar)> Scalars(string key, string needed)
    {
        List<(string, YamlScalar)> scalars = [];
        foreach ((string path, YamlValue item) in Items(key))
        {
            if (item is not YamlScalar scalar)
            {
                WrongType(path, item, $"an entry is {item.Kind}, {needed} is needed", "write [a, b, c]");
            }
            else if (!RefuseAbsent(path, scalar))
            {
                scalars.Add((path, scalar));
            }
        }

        return scalars;
    }

    private IEnumerable<(string Path, YamlValue Item)> Items(string key)
    {
        IReadOnlyList<YamlValue> items = Value<YamlList>(key, "a list")?.Items ?? [];
        for (int i = 0; i < items.Count; i++)
        {
            string path = $"{PathOf(key)}[{i}]";
            _report.Locate(path, items[i].Line);
            yield return (path, items[i]);
        }
    }

    private void Take(YamlEntry entry, IReadOnlyList<string> knownKeys)
    {
        string path = PathOf(entry.Key);
        if (!knownKeys.Contains(entry.Key))
        {
            ReportUnknown(entry, knownKeys);
        }
        else if (!_values.TryAdd(entry.Key, entry.Value))
        {
            _report.Error("CT007", path, entry.Line, $"the key '{entry.Key}' is stated twice", "keep one of the two");
        }
        else
        {
            _report.Locate(path, entry.Line);
        }
    }

    private void ReportUnknown(YamlEntry entry, IReadOnlyList<string> knownKeys)
    {
        string path = PathOf(Quoted.Of(entry.Key).Trim('\''));
        string known = string.Join(", ", knownKeys);
        string? nearest = NearestName.Of(entry.Key, knownKeys);
        string hint = nearest is null ? $"known keys here: {known}" : $"did you mean '{nearest}'? Known keys here: {known}";
        _report.Error("CT006", path, entry.Line, $"the key {Quoted.Of(entry.Key)} is not known", hint);
    }

    private T? Value<T>(string key, string needed)
        where T : YamlValue
    {
        if (!_values.TryGetValue(key, out YamlValue? value) || value is T)
        {
            return (T?)value;
        }

        WrongType(PathOf(key), value, $"{value.Kind} stands where {needed} is needed", $"write {key}: {needed}");
        return null;
    }

    private bool RefuseAbsent(string path, YamlScalar scalar)
    {
        if (scalar.IsAbsent)
        {
            WrongType(path, scalar, "there is no value", "an absent limit is stated by leaving its key out");
        }

        return scalar.IsAbsent;
    }

    private double? NumberOf(string path, YamlScalar scalar)
    {
        double? value = scalar.IsPlain ? YamlNumber.Find(scalar.Text) : null;
        if (value is null)
        {
            string hint = YamlNumber.Find(scalar.Text) is null ? "write a decimal number, for example 0.25" : "remove the quotes";
            WrongType(path, scalar, $"{Quoted.Of(scalar.Text)} is not a number", hint);
        }

        return value;
    }

    private void WrongType(string path, YamlValue value, string message, string hint) =>
        _report.Error("CT009", path, value.Line, message, hint);
}
