using System.Text.Json;
using Interlock.Cli.Verbs.Check;
using Interlock.Core.Text;
using Interlock.Runtime.Replay;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>The machine form of a flight recording's replay.</summary>
internal static class FlightReplayJson
{
    public static void Write(Utf8JsonWriter writer, FlightReplayOutcome outcome)
    {
        GuardReplayResult result = outcome.Result;
        writer.WriteStartObject();
        writer.WriteString("recording", outcome.Path);
        writer.WriteString("run_id", outcome.RunId);
        writer.WriteBoolean("whole", outcome.IsWhole);
        writer.WriteString("contract", result.Contract.Name);
        writer.WriteBoolean("what_if", outcome.IsWhatIf);
        writer.WriteNumber("ticks", result.Ticks);
        writer.WriteNumber("steps", result.Steps);
        writer.WriteNumber("compared", result.Compared);
        writer.WriteNumber("identical", result.Identical);
        writer.WriteBoolean("is_identical", result.IsIdentical);
        writer.WriteNumber("recorded_interventions", result.RecordedInterventions);
        writer.WriteNumber("replayed_interventions", result.ReplayedInterventions);
        OptionalNumber.Write(writer, "latched_at_tick", result.LatchedAtTick);
        writer.WriteStartArray("differences");
        foreach (ReplayedDifference difference in result.Differences)
        {
            Write(writer, difference);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("interventions");
        foreach (ReplayedIntervention intervention in result.Interventions)
        {
            Write(writer, intervention);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReplayedDifference difference)
    {
        writer.WriteStartObject();
        writer.WriteNumber("tick", difference.Tick);
        writer.WriteNumber("episode", difference.Episode);
        writer.WriteString("recorded_verdict", difference.RecordedVerdict);
        writer.WriteString("replayed_verdict", difference.ReplayedVerdict);
        writer.WriteString("channel", difference.Channel);
        OptionalNumber.Write(writer, "recorded_command", difference.RecordedValue);
        OptionalNumber.Write(writer, "replayed_command", difference.ReplayedValue);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReplayedIntervention intervention)
    {
        writer.WriteStartObject();
        writer.WriteNumber("tick", intervention.Tick);
        writer.WriteNumber("episode", intervention.Episode);
        writer.WriteString("verdict", EnumWord.Of(intervention.Verdict));
        writer.WriteString("code", intervention.Code);
        writer.WriteString("channel", intervention.Channel);
        JsonNumber.Write(writer, "value", intervention.Value);
        JsonNumber.Write(writer, "limit", intervention.Limit);
        writer.WriteString("unit", intervention.Unit);
        writer.WriteString("sentence", intervention.Sentence);
        writer.WriteEndObject();
    }
}
