using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Core.Text;
using Interlock.Runtime.Campaign;
using Interlock.Runtime.Campaign.Report;

namespace Interlock.Cli.Verbs.Demo.Campaign;

/// <summary>The fault campaign as JSON.</summary>
internal static class CampaignJson
{
    private const string FormatTag = "demo-campaign/1";

    public static void Write(Utf8JsonWriter writer, CampaignResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("interlock", FormatTag);
        writer.WriteNumber("seed", result.Options.Seed);
        writer.WriteNumber("runs", result.Options.Runs);
        writer.WriteNumber("control_rate_hz", result.ControlRateHz);
        writer.WriteNumber("reaction_bar_periods", FaultCampaign.ReactionBarPeriods);
        writer.WriteBoolean("as_expected", result.IsAsExpected);
        writer.WriteStartArray("rows");
        foreach (FaultRow row in result.Rows)
        {
            WriteRow(writer, row);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, FaultRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("fault", row.Fault);
        writer.WriteString("story", row.Story);
        writer.WriteString("detectable", row.Detectable);
        writer.WriteString("reaction", EnumWord.Of(row.Reaction));
        WriteNumber(writer, "periods", row.Periods);
        WriteNumber(writer, "detectable_after_ms", row.DetectableAfterMs);
        WriteTexts(writer, "codes", row.Codes);
        writer.WriteString("ending", EnumWord.Of(row.Ending));
        writer.WriteNumber("commands", row.Commands);
        JsonNumber.Write(writer, "largest_violation", row.LargestViolation);
        writer.WriteBoolean("as_expected", row.IsAsExpected);
        WriteTexts(writer, "shortfalls", row.Shortfalls);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
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

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
