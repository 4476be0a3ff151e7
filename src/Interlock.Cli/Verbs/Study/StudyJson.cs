using System.Text.Json;
using Interlock.Core.Statistics;
using Interlock.Core.Text;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>The machine output of a study; its names are binding (issue 2).</summary>
internal static class StudyJson
{
    public static void Write(Utf8JsonWriter writer, StudyReport report)
    {
        writer.WriteStartObject();
        writer.WriteNumber("seed", report.Seed);
        writer.WriteNumber("resamples", report.Resamples);
        writer.WriteList("policies", report.Policies, PolicyJson.Write);
        writer.WriteList("comparisons", report.Comparisons, ComparisonJson.Write);
        writer.WriteList("warnings", report.Warnings, WriteWarning);
        writer.WriteString("conclusion", report.Conclusion);
        writer.WriteEndObject();
    }

    public static void WriteList<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            JsonNumber.Write(writer, name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteInterval(this Utf8JsonWriter writer, string name, Interval? interval)
    {
        if (interval is { } ends)
        {
            JsonNumber.Write(writer, name, [ends.Low, ends.High]);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteProportion(this Utf8JsonWriter writer, string name, Proportion? proportion)
    {
        if (proportion is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("count", proportion.Count);
        writer.WriteNumber("of", proportion.Of);
        JsonNumber.Write(writer, "rate", proportion.Rate);
        writer.WriteInterval("interval", proportion.Interval);
        writer.WriteEndObject();
    }

    private static void WriteWarning(Utf8JsonWriter writer, StudyWarning warning)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", warning.Kind);
        writer.WriteString("policy", warning.Policy);
        writer.WriteList("monitors", warning.Monitors, (list, name) => list.WriteStringValue(name));
        writer.WriteString("message", warning.Message);
        writer.WriteEndObject();
    }
}
