using System.CommandLine;
using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Core.Contract.Comparison;
using Interlock.Core.Contract.Reading;

namespace Interlock.Cli.Verbs.Contract;

/// <summary><c>interlock contract diff</c>: what a second contract allows more or less than a first one.</summary>
internal sealed class ContractDiffVerb : IVerb
{
    private const string Help =
        "Compare two contracts by meaning: channels by name, limits across units, each change marked looser or tighter.\n" +
        "Exit code 0 when both mean the same, 2 when they differ.\n\n" +
        "Example: interlock contract diff old.contract.yaml new.contract.yaml";

    private readonly Argument<string> _before = new("before") { Description = "The contract as it was" };
    private readonly Argument<string> _after = new("after") { Description = "The contract as it is to be" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("diff", Help) { _before, _after, _json };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        IReadOnlyList<ContractChange> changes = ContractDiff.Between(
            ContractFile.Load(parsed.GetRequiredValue(_before)), ContractFile.Load(parsed.GetRequiredValue(_after)));
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => WriteJson(writer, changes));
        }
        else
        {
            WriteLines(host, changes);
        }

        return changes.Count == 0 ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private static void WriteLines(VerbHost host, IReadOnlyList<ContractChange> changes)
    {
        foreach (ContractChange change in changes)
        {
            host.Out.WriteLine(change);
        }

        int looser = Count(changes, ChangeDirection.Looser);
        int tighter = Count(changes, ChangeDirection.Tighter);
        host.Out.WriteLine(changes.Count == 0
            ? "The two contracts mean the same."
            : $"{changes.Count} changes: {looser} looser, {tighter} tighter.");
    }

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<ContractChange> changes)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("equal", changes.Count == 0);
        writer.WriteNumber("looser", Count(changes, ChangeDirection.Looser));
        writer.WriteNumber("tighter", Count(changes, ChangeDirection.Tighter));
        writer.WriteStartArray("changes");
        foreach (ContractChange change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("key", change.Key);
            writer.WriteString("before", change.Before);
            writer.WriteString("after", change.After);
            writer.WriteString("direction", change.Direction.ToString().ToLowerInvariant());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static int Count(IReadOnlyList<ContractChange> changes, ChangeDirection direction) =>
        changes.Count(change => change.Direction == direction);
}
