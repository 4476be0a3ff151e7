using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Guard.Calibration.Files;

/// <summary>
/// One object of the file while it is read: every reading is checked, and a wrong one becomes a finding and a harmless
/// placeholder, so that all errors of a file are seen at once.
/// </summary>
internal sealed class CalibrationNode(JsonElement element, string? file, string path, DiagnosticCollector findings)
{
    private readonly HashSet<string> _asked = [];

    public CalibrationNode? Child(string key, bool required = true)
    {
        if (Find(key, JsonValueKind.Object, "an object", required) is { } found)
        {
            return new CalibrationNode(found, file, PathOf(key), findings);
        }

        return null;
    }

    public IReadOnlyList<CalibrationNode> Children(string key)
    {
        if (Find(key, JsonValueKind.Array, "an array", required: true) is not { } array)
        {
            return [];
        }

        List<CalibrationNode> nodes = [];
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                Error(CalibrationCodes.WrongKey, $"{PathOf(key)}[{nodes.Count}] has to be an object", key);
                return nodes;
            }

            nodes.Add(new CalibrationNode(item, file, $"{PathOf(key)}[{nodes.Count}]", findings));
        }

        return nodes;
    }

    public string Text(string key) =>
        Find(key, JsonValueKind.String, "a string", required: true)?.GetString() ?? "";

    public bool Flag(string key)
    {
        JsonElement? found = Ask(key, required: true);
        if (found is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            Error(CalibrationCodes.WrongKey, $"{PathOf(key)} has to be true or false", key);
        }

        return found is { ValueKind: JsonValueKind.True };
    }

    public double Number(string key, double above = double.NegativeInfinity, double below = double.PositiveInfinity)
    {
        double value = Find(key, JsonValueKind.Number, "a number", required: true)?.GetDouble() ?? double.NaN;
        if (!double.IsNaN(value) && !(value > above && value < below))
        {
            Error(CalibrationCodes.ValueOutOfRange, $"{PathOf(key)} is {value} and has to be {RangeText(above, below)}", key);
        }

        return value;
    }

    public double? OptionalNumber(string key, double above) =>
        element.TryGetProperty(key, out _) ? Number(key, above) : null;

    public int Count(string key, int least, int most)
    {
        JsonElement? found = Find(key, JsonValueKind.Number, "a whole number", required: true);
        if (found is { } number && (!number.TryGetInt32(out int value) || value < least || value > most))
        {
            Error(
                CalibrationCodes.ValueOutOfRange,
                $"{PathOf(key)} is {number.GetRawText()} and has to be a whole number from {least} to {most}",
                key);
            return least;
        }

        return found?.GetInt32() ?? least;
    }

    public ulong Seed(string key)
    {
        JsonElement? found = Find(key, JsonValueKind.Number, "a whole number", required: true);
        if (found is { } number && !number.TryGetUInt64(out _))
        {
            Error(CalibrationCodes.ValueOutOfRange, $"{PathOf(key)} has to be a whole number from 0 to 2^64 - 1", key);
            return 0;
        }

        return found?.GetUInt64() ?? 0;
    }

    public T Member<T>(string key)
        where T : struct, Enum
    {
        string text = Text(key);
        T? member = SnakeCase.Parse<T>(text);
        if (member is null && element.TryGetProperty(key, out _))
        {
            Error(CalibrationCodes.WrongKey, $"{PathOf(key)} is '{text}' and has to be one of {string.Join(", ", SnakeCase.All<T>())}", key);
        }

        return member ?? default;
    }

    public bool Has(string key) => element.TryGetProperty(key, out _);

    /// <summary>An array of <paramref name="length"/> finite numbers above <paramref name="above"/>; any length when null.</summary>
    public double[] Numbers(string key, int? length = null, double above = double.NegativeInfinity) =>
        Array(
            key,
            length,
            JsonValueKind.Number,
            "a number",
            item => item.GetDouble(),
            value => double.IsFinite(value) && value > above,
            $"finite{(double.IsFinite(above) ? $" and above {above}" : "")}");

    public int[] WholeNumbers(string key) =>
        Array(key, null, JsonValueKind.Number, "a whole number", item => item.TryGetInt32(out int value) ? (int?)value : null, value => value is not null, "a whole number").Select(value => value ?? 0).ToArray();

    public string[] Names(string key) =>
        Array(key, null, JsonValueKind.String, "a string", item => item.GetString() ?? "", name => name.Length > 0, "a name");

    /// <summary>Ascending finite numbers.</summary>
    public double[] Ascending(string key)
    {
        double[] values = Numbers(key);
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1])
            {
                Error(CalibrationCodes.NotAscending, $"{PathOf(key)} falls from {values[i - 1]} to {values[i]} at entry {i}", key);
                break;
            }
        }

        return values;
    }

    /// <summary>Names keys that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!_asked.Contains(property.Name))
            {
                string? near = NearestName.Of(property.Name, _asked);
                findings.Error(
                    CalibrationCodes.WrongKey,
                    $"unknown key {PathOf(property.Name)}",
                    Place(property.Name),
                    near is null ? null : $"did you mean {near}?");
            }
        }
    }

    public void Error(string code, string message, string key) => findings.Error(code, message, Place(key));

    private T[] Array<T>(string key, int? length, JsonValueKind kind, string expected, Func<JsonElement, T> read, Func<T, bool> isValid, string rule)
    {
        if (Find(key, JsonValueKind.Array, "an array", required: true) is not { } array)
        {
            return [];
        }

        if (length is { } wanted && array.GetArrayLength() != wanted)
        {
            Error(CalibrationCodes.WrongLength, $"{PathOf(key)} has {array.GetArrayLength()} entries and needs {wanted}", key);
            return [];
        }

        T[] values = new T[array.GetArrayLength()];
        int at = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            bool right = item.ValueKind == kind;
            values[at] = right ? read(item) : default!;
            if (!right || !isValid(values[at]))
            {
                Error(
                    right ? CalibrationCodes.ValueOutOfRange : CalibrationCodes.WrongKey,
                    $"{PathOf(key)}[{at}] has to be {(right ? rule : expected)}",
                    key);
                return values;
            }

            at++;
        }

        return values;
    }

    private JsonElement? Find(string key, JsonValueKind kind, string expected, bool required)
    {
        JsonElement? found = Ask(key, required);
        if (found is { } value && value.ValueKind != kind)
        {
            Error(CalibrationCodes.WrongKey, $"{PathOf(key)} has to be {expected}", key);
            return null;
        }

        return found;
    }

    private JsonElement? Ask(string key, bool required)
    {
        _asked.Add(key);
        if (element.TryGetProperty(key, out JsonElement value))
        {
            return value;
        }

        if (required)
        {
            Error(CalibrationCodes.WrongKey, $"{PathOf(key)} is missing", key);
        }

        return null;
    }

    private static string RangeText(double above, double below) => (double.IsFinite(above), double.IsFinite(below)) switch
    {
        (true, true) => $"between {above} and {below}",
        (true, false) => $"above {above} and finite",
        _ => "finite",
    };

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private SourcePlace Place(string key) => new(file, Key: PathOf(key));
}
