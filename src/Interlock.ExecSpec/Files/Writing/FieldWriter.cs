using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.ExecSpec.Files.Writing;

/// <summary>Writes fields in a fixed layout; a null is left out.</summary>
internal sealed class FieldWriter(IBufferWriter<byte> output) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
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

    public void Text(string key, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(key, value);
        }
    }

    public void Texts(string key, IEnumerable<string>? values)
    {
        if (values is null)
        {
            return;
        }

        _json.WriteStartArray(key);
        foreach (string value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    public void Number(string key, double? value) => Raw(key, value is { } number ? NumberText.Of(number) : null);

    public void Flag(string key, bool value) => _json.WriteBoolean(key, value);

    public void Flags(string key, IReadOnlyList<bool>? values) => Raw(key, values is null ? null : NumberText.Of(values));

    public void Word<T>(string key, T? value)
        where T : struct, Enum => Text(key, value is { } word ? EnumWord.Of(word) : null);

    /// <summary>No unit is left out.</summary>
    public void Unit(string key, ChannelUnit? value) => Text(key, value is null || value == ChannelUnit.None ? null : value.Symbol);

    /// <summary>A flat list for one row, a list of rows otherwise. What does not fill the rows is written flat and will not read back.</summary>
    public void Table(string key, IReadOnlyList<double>? values, int rows)
    {
        if (values is null || rows <= 1 || values.Count % rows != 0)
        {
            Raw(key, values is null ? null : NumberText.Of(values));
            return;
        }

        int width = values.Count / rows;
        _json.WriteStartArray(key);
        for (int row = 0; row < rows; row++)
        {
            _json.WriteRawValue(NumberText.Of(values.Skip(row * width).Take(width)), skipInputValidation: true);
        }

        _json.WriteEndArray();
    }

    public void Dispose() => _json.Dispose();

    private void Raw(string key, string? value)
    {
        if (value is not null)
        {
            _json.WritePropertyName(key);
            _json.WriteRawValue(value, skipInputValidation: true);
        }
    }
}
