using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Simulation.Displacements;

namespace Interlock.Simulation.Recordings;

/// <summary>
/// Writes statistics of several keys in the form of OpenVLA's <c>dataset_statistics.json</c>:
/// <c>{"KEY": {"action": {"mean","std","max","min","q01","q99","mask"}, "num_transitions", "num_trajectories"}}</c>.
/// </summary>
public static class DatasetStatisticsWriter
{
    /// <summary>Writes the document.</summary>
    /// <param name="output">Where to write, as UTF-8; stays open.</param>
    /// <param name="keys">One entry per key.</param>
    public static void Write(Stream output, IEnumerable<DisplacementStatistics> keys)
    {
        using Utf8JsonWriter writer = new(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        foreach (DisplacementStatistics key in keys)
        {
            writer.WriteStartObject(key.Key);
            WriteAction(writer, key);
            writer.WriteNumber("num_transitions", key.Transitions);
            writer.WriteNumber("num_trajectories", key.Trajectories);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter writer, DisplacementStatistics key)
    {
        writer.WriteStartObject("action");
        JsonNumber.Write(writer, "mean", [.. key.Mean]);
        JsonNumber.Write(writer, "std", [.. key.Std]);
        JsonNumber.Write(writer, "max", [.. key.Max]);
        JsonNumber.Write(writer, "min", [.. key.Min]);
        JsonNumber.Write(writer, "q01", [.. key.Q01]);
        JsonNumber.Write(writer, "q99", [.. key.Q99]);
        writer.WriteStartArray("mask");
        foreach (bool applies in key.Mask)
        {
            writer.WriteBooleanValue(applies);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
