using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.JsonNumpy;

/// <summary>Values as JSON with json-numpy objects.</summary>
internal static class JsonNumpyEncoder
{
    // The text goes to a JSON parser and never into a page, so nothing is escaped that JSON does not ask for.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Encode(WireValue value, WireBuffer buffer)
    {
        using Utf8JsonWriter writer = new(buffer, Options);
        Write(value, writer);
    }

    private static void Write(WireValue value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case WireValue.List list:
                writer.WriteStartArray();
                foreach (WireValue item in list.Items)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case WireValue.Map map:
                writer.WriteStartObject();
                foreach ((string key, WireValue item) in map.Entries)
                {
                    writer.WritePropertyName(key);
                    Write(item, writer);
                }

                writer.WriteEndObject();
                break;
            case WireValue.Array array:
                Write(array.Value, writer);
                break;
            default:
                WriteLeaf(value, writer);
                break;
        }
    }

    private static void WriteLeaf(WireValue value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case WireValue.Null:
                writer.WriteNullValue();
                break;
            case WireValue.Boolean boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case WireValue.Integer whole:
                writer.WriteRawValue(whole.Value.ToString());
                break;
            case WireValue.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case WireValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case WireValue.Scalar scalar:
                WriteLeaf(scalar.Value, writer);
                break;
            default:
                throw new ArgumentException($"JSON has no form for a value of type {value.GetType().Name}.", nameof(value));
        }
    }

    private static void Write(in NumpyArray array, Utf8JsonWriter writer)
    {
        Span<byte> dtype = stackalloc byte[NumpyDtype.NameBytes];
        array.Dtype.WriteName(dtype);
        writer.WriteStartObject();
        writer.WriteBase64String("__numpy__", array.Data.Span);
        writer.WriteString("dtype", Encoding.ASCII.GetString(dtype));
        writer.WriteStartArray("shape");
        for (int i = 0; i < array.Shape.Rank; i++)
        {
            writer.WriteNumberValue(array.Shape[i]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
