using System.Buffers;
using System.Text;
using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.ExecSpec.Files.Writing;

/// <summary>Writes fields in a fixed layout; a null is left out.</summary>
internal sealed class FieldWriter(IBufferWriter<byte> output, int indentSize = FieldWriter.Indent) : IDisposable
{
    private const int Indent = 2;

    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions
    {
        Indented = true,
        IndentSize = indentSize,
        NewLine = "\n",
        Encoder = ValueText.Encoder,
        MaxDepth = SpecLimits.MaxDepth,
    });

    public void Root(Action fields)
    {
        _json.WriteStartObject();
        fields();
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Group<T>(string key, T? value, Action<T> fields)
        where T : class
    {
        if (value is not null)
        {
            _json.WriteStartObject(key);
            fields(value);
            _json.WriteEndObject();
        }
    }

    /// <summary>An empty list is left out.</summary>
    public void Groups<T>(string key, IReadOnlyList<T> values, Action<T> fields)
    {
        if (values.Count == 0)
        {
            return;
        }

        _json.WriteStartArray(key);
        foreach (T value in values)
        {
            _json.WriteStartObject();
            fields(value);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>As <see cref="Groups{T}"/>, each group on a line of its own.</summary>
    public void Lines<T>(string key, IReadOnlyList<T> values, Action<T, FieldWriter> fields)
    {
        if (values.Count == 0)
        {
            return;
        }

        RawLines(key, values.Select(value => OneLine(line => fields(value, line))));
    }

    public void Text(string key, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(key, value);
        }
    }

    public void Texts(string key, IEnumerable<string>? values) => Raw(key, values is null ? null : ValueText.Of(values));

    public void Number(string key, double? value) => Raw(key, value is { } number ? ValueText.Of(number) : null);

    public void Flag(string key, bool value) => _json.WriteBoolean(key, value);

    public void Flags(string key, IReadOnlyList<bool>? values) => Raw(key, values is null ? null : ValueText.Of(values));

    public void Word<T>(string key, T? value)
        where T : struct, Enum => Text(key, value is { } word ? EnumWord.Of(word) : null);

    /// <summary>No unit is left out.</summary>
    public void Unit(string key, ChannelUnit? value) => Text(key, value is null || value == ChannelUnit.None ? null : value.Symbol);

    /// <summary>A flat list for one row, a list of rows otherwise. What does not fill the rows is written flat and will not read back.</summary>
    public void Table(string key, IReadOnlyList<double>? values, int rows)
    {
        if (values is null || rows <= 1 || values.Count % rows != 0)
        {
            Raw(key, values is null ? null : ValueText.Of(values));
            return;
        }

        int width = values.Count / rows;
        RawLines(key, Enumerable.Range(0, rows).Select(row => ValueText.Of(values.Skip(row * width).Take(width))));
    }

    public void Dispose() => _json.Dispose();

    /// <summary>Texts escape their line breaks, so every break is one between fields.</summary>
    private static string OneLine(Action<FieldWriter> fields)
    {
        ArrayBufferWriter<byte> buffer = new();
        using FieldWriter line = new(buffer, indentSize: 0);
        line.Root(() => fields(line));
        return Encoding.UTF8.GetString(buffer.WrittenSpan).Replace('\n', ' ');
    }

    /// <summary>The JSON writer does not indent raw values in an array, so the array as a whole is one.</summary>
    private void RawLines(string key, IEnumerable<string> lines)
    {
        string outer = $"\n{new string(' ', indentSize * _json.CurrentDepth)}";
        string inner = $"{outer}{new string(' ', indentSize)}";
        Raw(key, $"[{inner}{string.Join($",{inner}", lines)}{outer}]");
    }

    private void Raw(string key, string? value)
    {
        if (value is not null)
        {
            _json.WritePropertyName(key);
            _json.WriteRawValue(value, skipInputValidation: true);
        }
    }
}
