using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Check;

/// <summary>The action of a specification in JSON: what −1 and +1 become on each channel, at the first position in the chunk.</summary>
internal static class ActionJson
{
    public static void Write(Utf8JsonWriter writer, string name, ExecutableSpec spec)
    {
        AffineMap map = AffineMap.Inverse(spec.Unnormaliser, spec.Action.Channels.Count);
        writer.WriteStartObject(name);
        writer.WriteString("quantity", EnumWord.Of(spec.Action.Quantity));
        writer.WriteString("reference", spec.Action.Reference is { } reference ? EnumWord.Of(reference) : null);
        OptionalNumber.Write(writer, "rate_hz", spec.Action.RateHz);
        writer.WriteStartArray("channels");
        for (int i = 0; i < spec.Action.Channels.Count; i++)
        {
            WriteChannel(writer, spec.Action.Channels[i], spec.Unnormaliser.AppliesTo(i), map.ScaleAt(0)[i], map.OffsetAt(0)[i]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteChannel(Utf8JsonWriter writer, ActionChannel channel, bool isNormalised, double scale, double offset)
    {
        writer.WriteStartObject();
        writer.WriteString("name", channel.Name);
        writer.WriteString("role", EnumWord.Of(channel.Role));
        writer.WriteString("unit", channel.Unit.Symbol);
        writer.WriteBoolean("normalised", isNormalised);
        JsonNumber.Write(writer, "at_minus_one", offset - scale);
        JsonNumber.Write(writer, "at_plus_one", offset + scale);
        OptionalNumber.Write(writer, "physical_per_command", channel.PhysicalPerCommand);
        writer.WriteString("physical_unit", channel.PhysicalUnit?.Symbol);
        writer.WriteEndObject();
    }
}
