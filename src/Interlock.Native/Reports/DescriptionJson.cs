using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Guard.Alarms;
using Interlock.Guard.Monitors;

namespace Interlock.Native.Reports;

/// <summary>What a guard keeps: its contract, its monitors, its alarms.</summary>
internal static class DescriptionJson
{
    public static string Of(ActionGuard guard) => JsonText.Of(json =>
    {
        SafetyContract contract = guard.Contract;
        json.WriteString("name", contract.Name);
        JsonText.Number(json, "rate_hz", contract.RateHz);
        json.WriteString("mode", EnumWord.Of(contract.Mode));
        json.WriteString("space", EnumWord.Of(contract.Space));
        json.WriteString("reference", EnumWord.Of(contract.Reference));
        json.WriteStartArray("channels");
        foreach (ChannelContract channel in contract.Channels)
        {
            Channel(json, channel);
        }

        json.WriteEndArray();
        Names(json, "monitors", guard.Monitors.Select((MonitorInfo item) => item.Name));
        Names(json, "alarms", guard.Alarms.Select((AlarmInfo item) => item.Code));
        json.WriteString("calibration", contract.Monitors?.Calibration);
        json.WriteString("contract", ContractWriter.Write(contract));
    });

    private static void Channel(Utf8JsonWriter json, ChannelContract channel)
    {
        json.WriteStartObject();
        json.WriteString("name", channel.Name);
        json.WriteString("role", EnumWord.Of(channel.Role));
        json.WriteString("unit", channel.Unit.Symbol);
        JsonText.Number(json, "min", channel.Min);
        JsonText.Number(json, "max", channel.Max);
        JsonText.Number(json, "max_step", channel.MaxStep);
        JsonText.Number(json, "max_velocity", channel.MaxVelocity);
        JsonText.Number(json, "max_acceleration", channel.MaxAcceleration);
        JsonText.Number(json, "max_jerk", channel.MaxJerk);
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
