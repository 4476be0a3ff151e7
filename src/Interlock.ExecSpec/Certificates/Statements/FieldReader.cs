using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>
/// Takes typed values out of one JSON object. A key that is not known is an error: in a document that allows something, a field that a
/// reader skips could have been the one that forbids it. Whatever is wrong is reported and read as absent.
/// </summary>
internal sealed class FieldReader
{
    private const int LongestTime = 32;

    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly FieldReport _report;

    public FieldReader(JsonElement element, string path, FieldReport report)
    {
        (Element, _path, _report) = (element, path, report);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong("", $"{FieldReport.KindOf(element)} stands where an object is needed");
            return;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            _values[property.Name] = property.Value;
        }
    }

    public JsonElement Element { get; }

    public FieldReport Report => _report;

    public string PathOf(string key) => key.Length == 0 ? _path : _path.Length == 0 ? key : $"{_path}.{key}";

    public FieldReader Only(params IReadOnlyList<string> known)
    {
        foreach (string key in _values.Keys.Where(key => !known.Contains(key, StringComparer.Ordinal)))
        {
            string? near = NearestName.Of(key, known);
            string hint = near is null ? $"known: {string.Join(", ", known)}" : $"did you mean '{near}'?";
            _report.Error(CertificateCodes.UnknownField, PathOf(Quoted.Of(key).Trim('\'')), $"the field {Quoted.Of(key)} is not known to this version", hint);
        }

        return this;
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public string? Text(string key, int longest, bool isOptional = false)
    {
        if (Value(key, JsonValueKind.String, "a text", isOptional) is not { } value)
        {
            return null;
        }

        return Plain(Unicode(value), longest) ?? Refuse<string>(key, NeededText(longest));
    }

    /// <summary>An in-toto digest set with SHA-256 alone.</summary>
    public string? Digest(string key, bool isOptional = false)
    {
        if (Value(key, JsonValueKind.Object, "an object", isOptional) is not { } value)
        {
            return null;
        }

        string? hex = new FieldReader(value, PathOf(key), _report).Only("sha256").Text("sha256", Digests.HexLength);
        return hex is null || Digests.IsSha256(hex) ? hex : Refuse<string>(key, $"{Digests.HexLength} lower-case hexadecimal digits are needed");
    }

    public DateTimeOffset? Time(string key) => Text(key, LongestTime) is not { } text
        ? null
        : CertificateTime.Find(text) ?? RefuseValue<DateTimeOffset>(key, $"{Quoted.Of(text)} is not a UTC time such as {CertificateTime.Example}");

    public T? Word<T>(string key)
        where T : struct, Enum => Text(key, Digests.HexLength) is not { } text
        ? null
        : EnumWord.Find<T>(text) ?? RefuseValue<T>(key, $"{Quoted.Of(text)} is none of {string.Join(", ", EnumWord.All<T>())}");

    public double? Number(string key, double smallest, double largest, bool isOptional = false)
    {
        if (Value(key, JsonValueKind.Number, "a number", isOptional) is not { } value)
        {
            return null;
        }

        double number = value.GetDouble();
        return number >= smallest && number <= largest ? number : RefuseValue<double>(key, $"a number from {smallest:R} to {largest:R} is needed");
    }

    public int? Count(string key, bool isOptional = false) => (int?)Whole(key, 1_000_000_000, isOptional);

    public long? Whole(string key, long largest, bool isOptional = false)
    {
        if (Value(key, JsonValueKind.Number, "a whole number", isOptional) is not { } value)
        {
            return null;
        }

        return value.TryGetInt64(out long number) && number >= 0 && number <= largest
            ? number
            : RefuseValue<long>(key, $"a whole number from 0 to {largest} is needed");
    }

    public FieldReader? Group(string key, bool isOptional = false) =>
        Value(key, JsonValueKind.Object, "an object", isOptional) is { } value ? new FieldReader(value, PathOf(key), _report) : null;

    public IReadOnlyList<FieldReader> Groups(string key, int most, bool isOptional = false) =>
        [.. Items(key, most, isOptional).Select((item, index) => new FieldReader(item, $"{PathOf(key)}[{index}]", _report))];

    public IReadOnlyList<string> Texts(string key, int most, int longest) =>
        [.. Items(key, most, false).Select(item => item.ValueKind == JsonValueKind.String ? Unicode(item) : null)
            .Select(text => Plain(text, longest) ?? Refuse<string>(key, NeededText(longest)))
            .OfType<string>()];

    /// <summary>Finite numbers.</summary>
    public IReadOnlyList<double> Numbers(string key, int most)
    {
        JsonElement[] items = Items(key, most, false);
        bool areNumbers = Array.TrueForAll(items, item => item.ValueKind == JsonValueKind.Number && double.IsFinite(item.GetDouble()));
        return areNumbers ? [.. items.Select(item => item.GetDouble())] : Refuse<double[]>(key, "finite numbers are needed") ?? [];
    }

    public IReadOnlyDictionary<string, int> Counts(string key, int most)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        if (Group(key, isOptional: true) is not { } group)
        {
            return counts;
        }

        foreach (string name in group._values.Keys.Take(most))
        {
            counts[name] = group.Count(name) ?? 0;
        }

        return group._values.Count <= most ? counts : Refuse<SortedDictionary<string, int>>(key, $"at most {most} entries are read") ?? counts;
    }

    public void Wrong(string key, string message, string? hint = null) => _report.Error(CertificateCodes.FieldInvalid, PathOf(key), message, hint);

    private JsonElement[] Items(string key, int most, bool isOptional)
    {
        if (Value(key, JsonValueKind.Array, "a list", isOptional) is not { } value)
        {
            return [];
        }

        return value.GetArrayLength() <= most ? [.. value.EnumerateArray()] : Refuse<JsonElement[]>(key, $"at most {most} items are read") ?? [];
    }

    private JsonElement? Value(string key, JsonValueKind kind, string needed, bool isOptional)
    {
        if (!_values.TryGetValue(key, out JsonElement value))
        {
            return isOptional ? null : RefuseValue<JsonElement>(key, $"the field is missing; {needed} is needed");
        }

        return value.ValueKind == kind ? value : RefuseValue<JsonElement>(key, $"{FieldReport.KindOf(value)} stands where {needed} is needed");
    }

    private static string NeededText(int longest) => $"a text of 1 to {longest} characters on one line, without control characters, is needed";

    private static string? Plain(string? text, int longest) => text is { Length: > 0 } && text.Length <= longest && PlainText.IsPlain(text) ? text : null;

    private static string? Unicode(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private T? Refuse<T>(string key, string message)
        where T : class
    {
        Wrong(key, message);
        return null;
    }

    private T? RefuseValue<T>(string key, string message)
        where T : struct
    {
        Wrong(key, message);
        return null;
    }
}
