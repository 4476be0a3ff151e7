using Interlock.Core.Text;

namespace Interlock.Core.Contract.Reading;

/// <summary>
/// Takes typed values out of one group of keys. Every mismatch is reported and read as absent, so that one pass finds them all.
/// </summary>
internal sealed class GroupReader
{
    private readonly Dictionary<string, YamlValue> _values = [];
    private readonly ReadingReport _report;
    private readonly ScalarReader _scalars;
    private readonly string _path;
    private readonly int _line;

    public GroupReader(YamlMap map, string path, IReadOnlyList<string> knownKeys, ReadingReport report)
    {
        _report = report;
        _scalars = new ScalarReader(report);
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

    public double? Number(string key) => Scalar(key, "a number") is { } scalar ? _scalars.Number(PathOf(key), scalar) : null;

    public int? WholeNumber(string key) => Scalar(key, "a whole number") is { } scalar ? _scalars.WholeNumber(PathOf(key), scalar) : null;

    public bool? Flag(string key) => Scalar(key, "true or false") is { } scalar ? _scalars.Flag(PathOf(key), scalar) : null;

    public T? Word<T>(string key)
        where T : struct, Enum => Scalar(key, "a word") is { } scalar ? _scalars.Word<T>(PathOf(key), scalar) : null;

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
                _scalars.WrongType(path, item, $"an entry is {item.Kind}, a group of keys is needed", "write - { key: value, … }");
            }
        }

        return groups;
    }

    public IReadOnlyList<string> Texts(string key) =>
        [.. Scalars(key, "text").Select(item => item.Scalar.Text)];

    public IReadOnlyList<double> Numbers(string key) =>
        [.. Scalars(key, "a number").Select(item => _scalars.Number(item.Path, item.Scalar)).OfType<double>()];

    public YamlScalar? Scalar(string key, string needed)
    {
        YamlScalar? scalar = Value<YamlScalar>(key, needed);
        return scalar is not null && _scalars.RefuseAbsent(PathOf(key), scalar) ? null : scalar;
    }

    private List<(string Path, YamlScalar Scalar)> Scalars(string key, string needed)
    {
        List<(string, YamlScalar)> scalars = [];
        foreach ((string path, YamlValue item) in Items(key))
        {
            if (item is not YamlScalar scalar)
            {
                _scalars.WrongType(path, item, $"an entry is {item.Kind}, {needed} is needed", "write [a, b, c]");
            }
            else if (!_scalars.RefuseAbsent(path, scalar))
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

        _scalars.WrongType(PathOf(key), value, $"{value.Kind} stands where {needed} is needed", $"write {key}: {needed}");
        return null;
    }
}
