using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Evaluation.Substitution.Report;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>One row of the study as JSON. What does not apply is null.</summary>
internal static class SubstitutionRowJson
{
    public static void Write(Utf8JsonWriter writer, SubstitutionRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("name", row.Name);
        writer.WriteString("kind", EnumWord.Of(row.Kind));
        writer.WriteString("loaded_key", row.LoadedKey);
        writer.WriteNumber("successes", row.Successes);
        writer.WriteNumber("episodes", row.Episodes);
        ReplayEvidence.WriteInterval(writer, "interval", row.Interval);
        writer.WriteNumber("lost_against_identity", row.LostAgainstIdentity);
        writer.WriteNumber("won_against_identity", row.WonAgainstIdentity);
        JsonNumber.Write(writer, "p", row.PValue);
        writer.WriteNumber("deviating_episodes", row.DeviatingEpisodes);
        WriteOptional(writer, "median_first_deviation_s", row.MedianFirstDeviationS);
        JsonNumber.Write(writer, "largest_change_rad", row.LargestChangeRad);
        WriteOptional(writer, "episodes_in_training_range", row.EpisodesInTrainingRange);
        WriteOptional(writer, "steps_outside_training_range", row.StepsOutsideTrainingRange);
        writer.WriteNumber("steps", row.Steps);
        writer.WriteStartArray("guards");
        foreach (GuardActivity activity in row.Guards)
        {
            Write(writer, activity);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, GuardActivity activity)
    {
        writer.WriteStartObject();
        writer.WriteString("guard", activity.Guard);
        writer.WriteString("signal", EnumWord.Of(activity.Signal));
        writer.WriteNumber("successes", activity.Successes);
        writer.WriteNumber("silent_episodes", activity.SilentEpisodes);
        writer.WriteNumber("alarmed_episodes", activity.AlarmedEpisodes);
        writer.WriteNumber("stopped_episodes", activity.StoppedEpisodes);
        writer.WriteNumber("changed_steps", activity.ChangedSteps);
        writer.WriteNumber("held_steps", activity.HeldSteps);
        writer.WriteNumber("stopped_steps", activity.StoppedSteps);
        writer.WriteNumber("alarms", activity.Alarms);
        WriteOptional(writer, "median_first_alarm_s", activity.MedianFirstAlarmS);
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, double? value)
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
}
