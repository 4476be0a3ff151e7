using System.Text.Json;

namespace Interlock.Cli.Verbs.Profile;

/// <summary>The machine form of <see cref="GuardCost"/>.</summary>
internal static class GuardCostJson
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<GuardCost> rows)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("rows");
        foreach (GuardCost row in rows)
        {
            writer.WriteStartObject();
            writer.WriteNumber("channels", row.Channels);
            writer.WriteString("what", row.What);
            writer.WriteNumber("steps", row.Steps);
            writer.WriteNumber("median_ns", row.MedianNs);
            writer.WriteNumber("p99_9_ns", row.P999Ns);
            writer.WriteNumber("bytes_per_step", row.BytesPerStep);
            writer.WriteNumber("summary_ns", row.SummaryNs);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
