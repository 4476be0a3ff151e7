using System.Text.Json;
using Interlock.Cli.Verbs.Contract;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Spec.Show;

/// <summary>What follows from a specification, as JSON; the specification itself is JSON already.</summary>
internal static class SpecJson
{
    public static void Write(Utf8JsonWriter writer, ShownSpec shown)
    {
        ExecutableSpec spec = shown.Spec;
        writer.WriteStartObject();
        writer.WriteString("name", spec.Name);
        writer.WriteString("digest", shown.Digest);
        writer.WriteString("statistics_fingerprint", shown.Fingerprint);
        writer.WriteString("key", spec.Unnormaliser.Key);
        writer.WriteString("scheme", EnumWord.Of(spec.Unnormaliser.Scheme));
        writer.WriteString("quantity", EnumWord.Of(spec.Action.Quantity));
        writer.WriteString("reference", spec.Action.Reference is { } reference ? EnumWord.Of(reference) : null);
        ContractJson.Number(writer, "rate_hz", spec.Action.RateHz);
        ContractJson.Number(writer, "horizon", spec.Action.Horizon);
        ContractJson.Number(writer, "execute", spec.Action.Execute);
        writer.WriteNumber("timesteps", shown.Timesteps);
        writer.WriteStartArray("channels");
        foreach (ShownChannel channel in shown.Channels)
        {
            WriteChannel(writer, channel);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("siblings");
        foreach (Normaliser sibling in spec.Siblings)
        {
            writer.WriteStringValue(sibling.Key);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteChannel(Utf8JsonWriter writer, ShownChannel channel)
    {
        writer.WriteStartObject();
        writer.WriteString("name", channel.Channel.Name);
        writer.WriteString("role", EnumWord.Of(channel.Channel.Role));
        writer.WriteString("unit", channel.Channel.Unit.Symbol);
        writer.WriteBoolean("scaled", channel.IsScaled);
        JsonNumber.Write(writer, "scale", channel.Scale);
        JsonNumber.Write(writer, "offset", channel.Offset);
        JsonNumber.Write(writer, "at_minus_one", channel.AtMinusOne);
        JsonNumber.Write(writer, "at_plus_one", channel.AtPlusOne);
        if (channel.Physical is { } physical)
        {
            writer.WriteStartObject("full_deflection");
            writer.WriteString("unit", channel.Channel.PhysicalUnit?.Symbol);
            JsonNumber.Write(writer, "at_minus_one", physical.AtMinusOne);
            JsonNumber.Write(writer, "at_plus_one", physical.AtPlusOne);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
