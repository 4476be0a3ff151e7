using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Text;

namespace Interlock.Cli.Verbs.Contract;

/// <summary>A contract as JSON, with the limits that follow from the stated ones.</summary>
internal static class ContractJson
{
    public static void Write(Utf8JsonWriter writer, SafetyContract contract)
    {
        writer.WriteStartObject();
        writer.WriteString("name", contract.Name);
        Number(writer, "rate_hz", contract.RateHz);
        writer.WriteStartObject("action");
        writer.WriteString("space", EnumWord.Of(contract.Space));
        writer.WriteString("reference", EnumWord.Of(contract.Reference));
        writer.WriteEndObject();
        writer.WriteString("mode", EnumWord.Of(contract.Mode));
        writer.WriteString("rate_limiting", EnumWord.Of(contract.RateLimiting));
        writer.WriteStartArray("channels");
        foreach (ChannelContract channel in contract.Channels)
        {
            WriteChannel(writer, contract, channel);
        }

        writer.WriteEndArray();
        ContractGroupsJson.Write(writer, contract);
        writer.WriteEndObject();
    }

    public static void Number(Utf8JsonWriter writer, string name, double? value)
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

    private static void WriteChannel(Utf8JsonWriter writer, SafetyContract contract, ChannelContract channel)
    {
        writer.WriteStartObject();
        writer.WriteString("name", channel.Name);
        writer.WriteString("role", EnumWord.Of(channel.Role));
        writer.WriteString("unit", channel.Unit.Symbol);
        writer.WriteBoolean("continuous", channel.Continuous);
        Number(writer, "max_step", channel.MaxStep);
        Number(writer, "max_velocity", channel.MaxVelocity);
        WriteLimits(writer, EffectiveLimits.InChannelUnits(contract, channel));
        if (EffectiveLimits.InSi(contract, channel) is { } si)
        {
            writer.WriteStartObject("si");
            writer.WriteString("unit", si.Unit);
            WriteLimits(writer, si);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter writer, EffectiveLimits limits)
    {
        Number(writer, "min", limits.Min);
        Number(writer, "max", limits.Max);
        Number(writer, "soft_min", limits.SoftMin);
        Number(writer, "soft_max", limits.SoftMax);
        Number(writer, "effective_step", limits.Step);
        Number(writer, "effective_velocity", limits.Velocity);
        Number(writer, "max_acceleration", limits.Acceleration);
        Number(writer, "max_jerk", limits.Jerk);
    }
}
