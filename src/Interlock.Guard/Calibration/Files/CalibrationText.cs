using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interlock.Guard.Calibration.Files;

/// <summary>Writes JSON with one key per line and every array on one line. Numbers are the shortest text that reads back exactly.</summary>
internal sealed class CalibrationText : IDisposable
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public CalibrationText(Stream output) => Json = new Utf8JsonWriter(output, Readable);

    public Utf8JsonWriter Json { get; }

    public void Numbers(string name, IEnumerable<double> values) =>
        OnOneLine(name, values.Select(value => Fragment(json => json.WriteNumberValue(value))));

    public void Numbers(string name, IEnumerable<int> values) =>
        OnOneLine(name, values.Select(value => Fragment(json => json.WriteNumberValue(value))));

    public void Names(string name, IEnumerable<string> values) =>
        OnOneLine(name, values.Select(value => Fragment(json => json.WriteStringValue(value))));

    public void Dispose() => Json.Dispose();

    /// <summary>A single value; written without reflection, so that it also works compiled ahead of time.</summary>
    private static string Fragment(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Readable))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void OnOneLine(string name, IEnumerable<string> values)
    {
        StringBuilder text = new();
        text.Append('[').AppendJoin(", ", values).Append(']');
        Json.WritePropertyName(name);
        Json.WriteRawValue(text.ToString(), skipInputValidation: true);
    }
}
