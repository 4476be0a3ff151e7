using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Text;

namespace Interlock.Cli.Verbs.Contract;

/// <summary>The groups of a contract that are not channels, as JSON; absent groups are left out.</summary>
internal static class ContractGroupsJson
{
    public static void Write(Utf8JsonWriter writer, SafetyContract contract)
    {
        writer.WriteStartArray("speed_norms");
        foreach (SpeedNorm norm in contract.SpeedNorms)
        {
            writer.WriteStartObject();
            Texts(writer, norm.Channels);
            JsonNumber.Write(writer, "max", norm.Max);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Group(writer, "workspace", contract.Workspace, box =>
        {
            Texts(writer, box.Channels);
            JsonNumber.Write(writer, "min", [.. box.Min]);
            JsonNumber.Write(writer, "max", [.. box.Max]);
        });
        Group(writer, "force", contract.Force, force =>
        {
            ContractJson.Number(writer, "max_force_n", force.MaxForceN);
            ContractJson.Number(writer, "max_torque_nm", force.MaxTorqueNm);
            writer.WriteString("on_exceed", EnumWord.Of(force.OnExceed));
        });
        Group(writer, "watchdog", contract.Watchdog, watchdog =>
        {
            JsonNumber.Write(writer, "max_age_ms", watchdog.MaxAgeMs);
            writer.WriteString("on_stale", EnumWord.Of(watchdog.OnStale));
        });
        Group(writer, "escalation", contract.Escalation, escalation =>
        {
            JsonNumber.Write(writer, "max_clip_fraction", escalation.MaxClipFraction);
            writer.WriteNumber("for_steps", escalation.ForSteps);
            writer.WriteString("then", EnumWord.Of(escalation.Then));
        });
        Group(writer, "monitors", contract.Monitors, monitors =>
        {
            writer.WriteString("profile", EnumWord.Of(monitors.Profile));
            writer.WriteString("calibration", monitors.Calibration);
        });
    }

    private static void Group<T>(Utf8JsonWriter writer, string name, T? group, Action<T> write)
        where T : class
    {
        if (group is not null)
        {
            writer.WriteStartObject(name);
            write(group);
            writer.WriteEndObject();
        }
    }

    private static void Texts(Utf8JsonWriter writer, IEnumerable<string> names)
    {
        writer.WriteStartArray("channels");
        foreach (string name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}
