using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Policies.Files;

/// <summary>Typed values out of one JSON object. Every mismatch is reported and read as a harmless stand-in, so that one pass finds them all.</summary>
internal sealed class JsonGroup
{
    private readonly JsonElement _element;
    private readonly string _file;
    private readonly string _path;
    private readonly DiagnosticCollector _findings;

    public JsonGroup(JsonElement element, string file, string path, IReadOnlyList<string> known, DiagnosticCollector findings)
    {
        (_element, _file, _path, _findings) = (element, file, path, findings);
        foreach (JsonProperty property in element.EnumerateObject().Where(property => !known.Contains(property.Name)))
        {
            string? nearest = NearestName.Of(property.Name, known);
            string hint = nearest is null ? $"known keys here: {string.Join(", ", known)}" : $"did you mean '{nearest}'?";
            Error(FileCodes.UnknownKey, Quoted.Of(property.Name).Trim('\''), $"the key {Quoted.Of(property.Name)} is not known", hint);
        }
    }

    public string File => _file;

    public bool Has(string key) => _element.TryGetProperty(key, out _);

    public void Error(string code, string key, string message, string? hint = null) =>
        _findings.Error(code, message, new SourcePlace(_file, Key: PathOf(key)), hint);

    public string Text(string key) => Find(key, JsonValueKind.String, "text") is { } found ? TextOf(found) : "";

    public bool Flag(string key, bool fallback) => !Has(key)
        ? fallback
        : _element.GetProperty(key).ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => Wrong(key, "true or false", fallback),
        };

    /// <summary>A finite number of a closed range; the lower end when it is not.</summary>
    public double Number(string key, double least, double most)
    {
        double value = Find(key, JsonValueKind.Number, "a number")?.GetDouble() ?? least;
        return value >= least && value <= most
            ? value
            : OutOfRange(key, $"{ShortNumber.Of(value)} is not from {ShortNumber.Of(least)} to {ShortNumber.Of(most)}", least);
    }

    public int Whole(string key, int least, int most)
    {
        if (Find(key, JsonValueKind.Number, "a whole number") is not { } found)
        {
            return least;
        }

        return found.TryGetInt32(out int value) && value >= least && value <= most
            ? value
            : OutOfRange(key, $"{Quoted.Of(found.GetRawText())} is not a whole number from {least} to {most}", least);
    }

    public int Whole(string key, int least, int most, int fallback) => Has(key) ? Whole(key, least, most) : fallback;

    public T Word<T>(string key, T fallback)
        where T : struct, Enum
    {
        if (!Has(key))
        {
            return fallback;
        }

        string word = Text(key);
        return EnumWord.Find<T>(word)
            ?? OutOfRange(key, $"{Quoted.Of(word)} is not one of {string.Join(", ", EnumWord.All<T>())}", fallback);
    }

    /// <summary>Finite numbers, or with <paramref name="allowNonFinite"/> also the words NaN, Infinity and -Infinity.</summary>
    public double[] Numbers(string key, bool allowNonFinite = false)
    {
        List<double> values = [];
        foreach (JsonElement item in Items(key))
        {
            double? value = JsonNumber.Read(item);
            if (value is null || (!allowNonFinite && !double.IsFinite(value.Value)))
            {
                Error(FileCodes.WrongKind, $"{key}[{values.Count}]", "the entry is not a finite number");
            }

            values.Add(value ?? 0);
        }

        return [.. values];
    }

    public string[] Texts(string key)
    {
        List<string> texts = [];
        foreach (JsonElement item in Items(key))
        {
            bool isText = item.ValueKind == JsonValueKind.String;
            texts.Add(isText ? TextOf(item) : Wrong($"{key}[{texts.Count}]", "text", ""));
        }

        return [.. texts];
    }

    public JsonGroup? Group(string key, params string[] known) =>
        Find(key, JsonValueKind.Object, "an object") is { } found ? new JsonGroup(found, _file, PathOf(key), known, _findings) : null;

    public IReadOnlyList<JsonGroup> Groups(string key, params string[] known)
    {
        List<JsonGroup> groups = [];
        int index = 0;
        foreach (JsonElement item in Items(key))
        {
            string place = $"{key}[{index++}]";
            if (item.ValueKind == JsonValueKind.Object)
            {
                groups.Add(new JsonGroup(item, _file, PathOf(place), known, _findings));
            }
            else
            {
                Wrong(place, "an object", 0);
            }
        }

        return groups;
    }

    public T OutOfRange<T>(string key, string message, T fallback)
    {
        Error(FileCodes.OutOfRange, key, message);
        return fallback;
    }

    private IEnumerable<JsonElement> Items(string key) =>
        Find(key, JsonValueKind.Array, "a list") is { } found ? found.EnumerateArray() : [];

    private JsonElement? Find(string key, JsonValueKind kind, string wanted)
    {
        if (!_element.TryGetProperty(key, out JsonElement found))
        {
            Error(FileCodes.WrongKind, key, $"the key '{key}' is missing", $"write {wanted}");
            return null;
        }

        return found.ValueKind == kind ? found : Wrong<JsonElement?>(key, wanted, null);
    }

    private T Wrong<T>(string key, string wanted, T fallback)
    {
        Error(FileCodes.WrongKind, key, $"'{key}' is not {wanted}");
        return fallback;
    }

    private string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON and no text.
            return OutOfRange("", "the text is not Unicode", "");
        }
    }

    private string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";
}
