using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import.Json;

/// <summary>Arrays of numbers and of truth values in a checked file. Counted before they are taken, so that nothing grows.</summary>
internal static class JsonNumbers
{
    /// <summary>The number at the reader, NaN and infinities included; null when there is none.</summary>
    public static double? Of(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.String => PythonWords.Read(reader.ValueSpan),
        _ => null,
    };

    /// <summary>A flat or two-level array; null, with a finding, when the value is anything else.</summary>
    public static NumberTable? Table(JsonView view, DiagnosticCollector findings)
    {
        if (Shape(view.Reader()) is not { } shape)
        {
            findings.Error(ImportCode.WrongKind, "this must be an array of numbers, or one array of equal length per time step", view.Place);
            return null;
        }

        view.File.Spend(shape.Rows * shape.Columns, view.Key);
        double[] values = new double[shape.Rows * shape.Columns];
        int taken = 0;
        Utf8JsonReader reader = view.Reader();
        while (reader.Read())
        {
            if (Of(ref reader) is { } value)
            {
                values[taken++] = value;
            }
        }

        return new NumberTable(values, shape.Rows, shape.Columns);
    }

    /// <summary>Truth values, also written as 0 and 1; null, with a finding, when the value is anything else.</summary>
    public static bool[]? Truths(JsonView view, DiagnosticCollector findings)
    {
        List<bool> values = [];
        Utf8JsonReader reader = view.Reader();
        reader.Read();
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        while (isArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            bool? value = reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean()
                : Of(ref reader) is 0 or 1 ? Of(ref reader) == 1
                : null;
            if (value is null || values.Count == ImportLimits.Channels)
            {
                isArray = false;
                break;
            }

            values.Add(value.Value);
        }

        if (!isArray)
        {
            findings.Error(ImportCode.WrongKind, $"this must be an array of at most {ImportLimits.Channels} values true or false", view.Place);
            return null;
        }

        return [.. values];
    }

    private static (int Rows, int Columns)? Shape(Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Row(ref reader) is { } columns ? (1, columns) : null;
        }

        (int Rows, int Columns)? shape = null;
        while (reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            if (Row(ref reader) is not { } columns || (shape is { } known && known.Columns != columns))
            {
                return null;
            }

            shape = ((shape?.Rows ?? 0) + 1, columns);
            reader.Read();
        }

        return reader.TokenType == JsonTokenType.EndArray ? shape : null;
    }

    /// <summary>Numbers up to the end of the array whose first element the reader is at.</summary>
    private static int? Row(ref Utf8JsonReader reader)
    {
        int count = 0;
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            if (Of(ref reader) is null || ++count > ImportLimits.Numbers)
            {
                return null;
            }

            reader.Read();
        }

        return count;
    }
}
