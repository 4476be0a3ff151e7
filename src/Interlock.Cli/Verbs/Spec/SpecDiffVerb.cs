using System.CommandLine;
using System.Text.Json;
using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Core.Text;
using Interlock.ExecSpec.Comparison;

namespace Interlock.Cli.Verbs.Spec;

/// <summary><c>interlock spec diff</c>: what two specifications state differently.</summary>
internal sealed class SpecDiffVerb : IVerb
{
    private const string Help =
        "Compare two specifications field by field: channels by name, statistics per channel, siblings by key.\n" +
        "Exit code 0 when both state the same, 2 when they differ.\n\n" +
        "Example: interlock spec diff certified.execspec.json loaded.execspec.json";

    private readonly Argument<string> _before = new("before") { Description = "The specification as it was" };
    private readonly Argument<string> _after = new("after") { Description = "The specification as it is now" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("diff", Help) { _before, _after, _json };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        IReadOnlyList<SpecDifference> differences = SpecDiff.Between(
            SpecFileInput.Load(host, parsed.GetRequiredValue(_before)), SpecFileInput.Load(host, parsed.GetRequiredValue(_after)));
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => WriteJson(writer, differences));
        }
        else
        {
            WriteLines(host, differences);
        }

        return differences.Count == 0 ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private static void WriteLines(VerbHost host, IReadOnlyList<SpecDifference> differences)
    {
        foreach (SpecDifference difference in differences)
        {
            WrappedText.Write(host.Out, $"{difference}", host.Width, hanging: 2);
        }

        WrappedText.Write(host.Out, Summary(differences), host.Width);
    }

    private static string Summary(IReadOnlyList<SpecDifference> differences)
    {
        if (differences.Count == 0)
        {
            return "The two specifications state the same.";
        }

        if (differences.All(item => item.Part == SpecPart.Name))
        {
            return "Only the name differs: both are the same policy.";
        }

        IEnumerable<string> parts = differences.GroupBy(item => item.Part).Select(group => $"{group.Count()} in {EnumWord.Of(group.Key)}");
        string noun = differences.Count == 1 ? "difference" : "differences";
        return $"{differences.Count} {noun}: {string.Join(", ", parts)}.";
    }

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<SpecDifference> differences)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("equal", differences.Count == 0);
        writer.WriteStartArray("differences");
        foreach (SpecDifference difference in differences)
        {
            writer.WriteStartObject();
            writer.WriteString("part", EnumWord.Of(difference.Part));
            writer.WriteString("path", difference.Path);
            writer.WriteString("before", difference.Before);
            writer.WriteString("after", difference.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
