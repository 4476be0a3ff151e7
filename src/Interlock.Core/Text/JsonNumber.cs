using System.Text.Json;

namespace Interlock.Core.Text;

/// <summary>Doubles in JSON: non-finite values are the strings "NaN", "Infinity" and "-Infinity".</summary>
public static class JsonNumber
{
    /// <summary>Writes a value into an array.</summary>
    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(NameOf(value));
        }
    }

    /// <summary>Writes a named value into an object.</summary>
    public static void Write(Utf8JsonWriter writer, string name, double value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a named array into an object.</summary>
    public static void Write(Utf8JsonWriter writer, string name, ReadOnlySpan<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            Write(writer, value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a number or one of the three names; null for anything else.</summary>
    public static double? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => element.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        },
        _ => null,
    };

    private static string NameOf(double value) =>
        double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
