using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Drift;

namespace Interlock.Cli.Verbs.Check;

/// <summary>Drift in JSON; the names of the first five are binding.</summary>
internal static class DriftJson
{
    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<SiblingDrift> rows)
    {
        writer.WriteStartArray(name);
        foreach (SiblingDrift row in rows)
        {
            Write(writer, row);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, SiblingDrift row)
    {
        SpecDrift drift = row.Drift;
        writer.WriteStartObject();
        writer.WriteString("key", row.Loaded.Key);
        JsonNumber.Write(writer, "drift_mean_abs", drift.MeanAbsolute);
        JsonNumber.Write(writer, "drift_worst", drift.Worst);
        OptionalNumber.Write(writer, "null_mm_per_s", drift.Null.MmPerS);
        OptionalNumber.Write(writer, "null_rad_per_s", drift.Null.RadPerS);
        writer.WriteString("scheme", EnumWord.Of(row.Loaded.Scheme));
        JsonNumber.Write(writer, "drift_rms", drift.Rms);
        OptionalNumber.Write(writer, "drift_demo_rms", drift.DemoRms);
        writer.WriteString("max_channel", drift.MaxChannel.Channel.Name);
        JsonNumber.Write(writer, "drift_max", drift.MaxChannel.MeanAbsolute);
        OptionalNumber.Write(writer, "alpha_min", drift.GainMin);
        OptionalNumber.Write(writer, "alpha_max", drift.GainMax);
        OptionalNumber.Write(writer, "range_visible", drift.OutsideRange);
        writer.WriteString("rounding", EnumWord.Of(drift.Rounding));
        WriteNullMotion(writer, drift.Null);
        writer.WriteEndObject();
    }

    private static void WriteNullMotion(Utf8JsonWriter writer, NullMotion motion)
    {
        OptionalNumber.Write(writer, "null_mm", motion.Mm);
        OptionalNumber.Write(writer, "null_rad", motion.Rad);
        writer.WriteString("null_largest_joint", motion.LargestJoint);
        writer.WriteString("null_command", EnumWord.Of(motion.Idle));
        writer.WriteStartArray("null_missing");
        foreach (NullMotionGaps gap in Enum.GetValues<NullMotionGaps>().Where(gap => gap != NullMotionGaps.None && motion.Missing.HasFlag(gap)))
        {
            writer.WriteStringValue(EnumWord.Of(gap));
        }

        writer.WriteEndArray();
    }
}
