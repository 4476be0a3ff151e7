using System.Text.Json;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>Walks over the fields of one object.</summary>
internal static class JsonFields
{
    /// <summary>To the next name of a field; false behind the last. Begins with the object itself.</summary>
    /// <exception cref="JsonException">It is no object.</exception>
    public static bool Next(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.None)
        {
            Require(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        }

        return reader.Read() && reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Passes over the value of the present name.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>The number under the reader; NaN for null and for what JSON has no number for.</summary>
    /// <exception cref="JsonException">It is no number.</exception>
    public static double Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value))
        {
            return value;
        }

        return reader.TokenType == JsonTokenType.Null || reader.ValueTextEquals("NaN"u8) ? double.NaN
            : reader.ValueTextEquals("Infinity"u8) ? double.PositiveInfinity
            : reader.ValueTextEquals("-Infinity"u8) ? double.NegativeInfinity
            : throw Wrong();
    }

    /// <summary>The number of the present name; null for null.</summary>
    public static double? OptionalNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : Number(ref reader);
    }

    /// <summary>The text of the present name; null for null.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            _ => throw Wrong(),
        };
    }

    public static void Require(bool holds)
    {
        if (!holds)
        {
            throw Wrong();
        }
    }

    public static JsonException Wrong() => new("the message is not as its schema says");
}
