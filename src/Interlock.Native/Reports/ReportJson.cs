using System.Text.Json;
using Interlock.Guard;
using Interlock.Guard.Interventions;
using Interlock.Guard.Reports;

namespace Interlock.Native.Reports;

/// <summary>A summary, the newest step's interventions and alarms, and the monitors, as JSON.</summary>
internal static class ReportJson
{
    public static string Of(ActionGuard guard, ReportScope scope)
    {
        GuardSummary summary = scope == ReportScope.Episode ? guard.EpisodeSummary() : guard.SessionSummary();
        return JsonText.Of(json =>
        {
            Counts(json, summary);
            json.WriteBoolean("is_latched", guard.IsLatched);
            json.WriteString("latch_code", guard.LatchCode);
            json.WriteBoolean("episode_shift", guard.HasEpisodeShift);
            Channels(json, guard, summary);
            Monitors(json, guard, "monitors", i => summary.Monitors[i]);
            Monitors(json, guard, "newest", guard.MonitorValue);
            Interventions(json, guard);
            Alarms(json, guard);
        });
    }

    private static void Counts(Utf8JsonWriter json, GuardSummary summary)
    {
        json.WriteNumber("steps", summary.Steps);
        json.WriteNumber("passed", summary.Passed);
        json.WriteNumber("clipped", summary.Clipped);
        json.WriteNumber("held", summary.Held);
        json.WriteNumber("stopped", summary.Stopped);
        json.WriteNumber("alarm_steps", summary.AlarmSteps);
        JsonText.Number(json, "first_alarm_step", summary.FirstAlarmStep);
        JsonText.Number(json, "largest_clip_fraction", summary.LargestClipFraction);
    }

    private static void Channels(Utf8JsonWriter json, ActionGuard guard, GuardSummary summary)
    {
        json.WriteStartArray("channels");
        for (int i = 0; i < summary.Channels.Count; i++)
        {
            ChannelTally tally = summary.Channels[i];
            json.WriteStartObject();
            json.WriteString("name", guard.Contract.Channels[i].Name);
            json.WriteNumber("interventions", tally.Interventions);
            JsonText.Number(json, "largest_clip", tally.LargestClip);
            JsonText.Number(json, "largest_motion", tally.LargestMotion);
            JsonText.Number(json, "smallest_margin", tally.SmallestMargin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Monitors(Utf8JsonWriter json, ActionGuard guard, string name, Func<int, double> valueOf)
    {
        json.WriteStartObject(name);
        for (int i = 0; i < guard.Monitors.Count; i++)
        {
            JsonText.Number(json, guard.Monitors[i].Name, valueOf(i));
        }

        json.WriteEndObject();
    }

    private static void Interventions(Utf8JsonWriter json, ActionGuard guard)
    {
        json.WriteStartArray("interventions");
        foreach (ref readonly Intervention item in guard.LastInterventions)
        {
            json.WriteStartObject();
            json.WriteString("code", item.Code);
            json.WriteNumber("channel", item.Channel);
            JsonText.Number(json, "raw", item.Raw);
            JsonText.Number(json, "safe", item.Safe);
            JsonText.Number(json, "limit", item.Limit);
            json.WriteString("unit", item.Unit);
            json.WriteNumber("step", item.Step);
            json.WriteString("text", guard.Explain(item));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Alarms(Utf8JsonWriter json, ActionGuard guard)
    {
        json.WriteStartArray("alarms");
        foreach (int index in guard.LastAlarms)
        {
            json.WriteStringValue(guard.Alarms[index].Code);
        }

        json.WriteEndArray();
    }
}
