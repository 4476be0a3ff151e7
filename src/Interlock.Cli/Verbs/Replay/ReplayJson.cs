using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Evaluation.Replay;
using Interlock.Guard.Reports;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>The machine form of a replay: totals per episode and overall.</summary>
internal static class ReplayJson
{
    public static void Write(Utf8JsonWriter writer, ReplayOutcome outcome)
    {
        writer.WriteStartObject();
        writer.WriteString("contract", outcome.Contract.Name);
        writer.WriteString("source", outcome.Source.Location);
        writer.WriteString("mode", outcome.Contract.Mode.ToString().ToLowerInvariant());
        WriteTotals(writer, "total", outcome.Totals);
        writer.WriteStartArray("episodes");
        foreach (EpisodeTotals episode in outcome.Totals.Episodes)
        {
            WriteEpisode(writer, outcome, episode);
        }

        writer.WriteEndArray();
        WriteThresholds(writer, outcome);
        WriteComparison(writer, outcome);
        writer.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter writer, string name, ReplayTotals totals)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("episodes", totals.Episodes.Count);
        writer.WriteNumber("steps", totals.Steps);
        writer.WriteNumber("passed", totals.Steps - totals.Clipped - totals.Held - totals.Stopped);
        writer.WriteNumber("clipped", totals.Clipped);
        writer.WriteNumber("held", totals.Held);
        writer.WriteNumber("stopped", totals.Stopped);
        JsonNumber.Write(writer, "clip_rate", totals.ClipRate);
        JsonNumber.Write(writer, "intervention_rate", totals.InterventionRate);
        JsonNumber.Write(writer, "largest_clip_fraction", totals.LargestClipFraction);
        writer.WriteNumber("alarm_steps", totals.AlarmSteps);
        writer.WriteNumber("alarm_episodes", totals.AlarmEpisodes);
        WriteCounts(writer, "codes", totals.Codes);
        writer.WriteEndObject();
    }

    private static void WriteEpisode(Utf8JsonWriter writer, ReplayOutcome outcome, EpisodeTotals episode)
    {
        GuardSummary summary = episode.Summary;
        writer.WriteStartObject();
        writer.WriteNumber("episode", episode.Episode);
        writer.WriteNumber("steps", summary.Steps);
        writer.WriteNumber("passed", summary.Passed);
        writer.WriteNumber("clipped", summary.Clipped);
        writer.WriteNumber("held", summary.Held);
        writer.WriteNumber("stopped", summary.Stopped);
        JsonNumber.Write(writer, "largest_clip_fraction", summary.LargestClipFraction);
        writer.WriteNumber("alarm_steps", summary.AlarmSteps);
        WriteOptional(writer, "first_alarm_step", summary.FirstAlarmStep);
        WriteOptional(writer, "latched_at_step", episode.LatchedAtStep);
        writer.WriteString("latch_code", episode.LatchCode);
        if (episode.Success is { } success)
        {
            writer.WriteBoolean("success", success);
        }

        WriteCounts(writer, "codes", episode.Codes);
        WriteCounts(writer, "alarms", episode.Alarms);
        WriteChannels(writer, outcome, summary);
        WriteMonitors(writer, outcome, summary);
        writer.WriteEndObject();
    }

    private static void WriteChannels(Utf8JsonWriter writer, ReplayOutcome outcome, GuardSummary summary)
    {
        writer.WriteStartArray("channels");
        for (int i = 0; i < summary.Channels.Count; i++)
        {
            ChannelTally tally = summary.Channels[i];
            writer.WriteStartObject();
            writer.WriteString("name", outcome.Contract.Channels[i].Name);
            writer.WriteString("unit", outcome.Contract.Channels[i].Unit.Symbol);
            writer.WriteNumber("interventions", tally.Interventions);
            JsonNumber.Write(writer, "largest_clip", tally.LargestClip);
            JsonNumber.Write(writer, "largest_motion", tally.LargestMotion);
            JsonNumber.Write(writer, "smallest_margin", tally.SmallestMargin);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMonitors(Utf8JsonWriter writer, ReplayOutcome outcome, GuardSummary summary)
    {
        writer.WriteStartObject("monitors");
        for (int i = 0; i < summary.Monitors.Count; i++)
        {
            JsonNumber.Write(writer, outcome.Monitors[i].Name, summary.Monitors[i]);
        }

        writer.WriteEndObject();
    }

    private static void WriteThresholds(Utf8JsonWriter writer, ReplayOutcome outcome)
    {
        writer.WriteStartArray("thresholds");
        foreach (ThresholdResult result in outcome.Thresholds)
        {
            writer.WriteStartObject();
            writer.WriteString("name", result.Threshold.Name);
            JsonNumber.Write(writer, "limit", result.Threshold.Limit);
            JsonNumber.Write(writer, "observed", result.Observed);
            writer.WriteBoolean("exceeded", result.IsExceeded);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteComparison(Utf8JsonWriter writer, ReplayOutcome outcome)
    {
        if (outcome.Comparison is not { } comparison)
        {
            return;
        }

        writer.WriteStartObject("what_if");
        writer.WriteString("contract", comparison.Path);
        WriteTotals(writer, "total", comparison.Totals);
        writer.WriteNumber("different_steps", comparison.DifferentSteps);
        writer.WriteNumber("only_first", comparison.OnlyFirst);
        writer.WriteNumber("only_second", comparison.OnlySecond);
        JsonNumber.Write(writer, "largest_difference", comparison.Largest.Difference);
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, long> counts)
    {
        writer.WriteStartObject(name);
        foreach ((string key, long count) in counts)
        {
            writer.WriteNumber(key, count);
        }

        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
