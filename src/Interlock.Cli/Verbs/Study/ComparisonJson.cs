using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>One comparison without and with the guard in the machine output.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter writer, ComparisonReport comparison)
    {
        writer.WriteStartObject();
        writer.WriteString("name", comparison.Name);
        writer.WriteString("source", comparison.Source);
        writer.WriteProportion("without_guard", comparison.Without);
        writer.WriteProportion("with_guard", comparison.With);
        JsonNumber.Write(writer, "difference", comparison.With.Rate - comparison.Without.Rate);
        writer.WriteInterval("difference_interval", comparison.Difference);
        JsonNumber.Write(writer, "fisher_p_value", comparison.FisherP);
        WritePaired(writer, comparison.Paired);
        writer.WriteProportion("modified_actions", comparison.ModifiedActions);
        writer.WriteNumberOrNull("violations", comparison.Violations);
        writer.WriteEndObject();
    }

    private static void WritePaired(Utf8JsonWriter writer, PairedReport? paired)
    {
        if (paired is null)
        {
            writer.WriteNull("paired");
            return;
        }

        writer.WriteStartObject("paired");
        writer.WriteNumber("pairs", paired.Pairs);
        writer.WriteNumber("both", paired.Both);
        writer.WriteNumber("lost", paired.Lost);
        writer.WriteNumber("won", paired.Won);
        writer.WriteNumber("neither", paired.Neither);
        JsonNumber.Write(writer, "mcnemar_p_value", paired.McNemarP);
        writer.WriteInterval("difference_interval", paired.Difference);
        writer.WriteEndObject();
    }
}
