using System.CommandLine;
using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Doctor;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock doctor</c>: what this machine offers a control loop, with a fix beside each finding.</summary>
internal sealed class DoctorVerb : IVerb
{
    private const string Help =
        "Look at this machine: runtime, cores, memory, vector width, timers, real-time priority, disk, caches, terminal.\n" +
        "Exit code 0 unless something makes Interlock unusable here, then 2.\n\n" +
        "Example: interlock doctor --json";

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("doctor", Help) { _json };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        IReadOnlyList<MachineFinding> findings =
            [.. ComputeCheck.Run(), .. TimingCheck.Run(), .. StorageCheck.Run(), .. SurroundingsCheck.Run(host)];
        bool usable = findings.All(finding => finding.Status != MachineStatus.Unusable);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => WriteJson(writer, findings, usable));
        }
        else
        {
            WriteLines(host.Out, findings, usable);
        }

        return usable ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private static void WriteLines(TextWriter output, IReadOnlyList<MachineFinding> findings, bool usable)
    {
        int width = findings.Max(finding => finding.Name.Length);
        foreach (MachineFinding finding in findings)
        {
            output.WriteLine($"{Mark(finding.Status)} {finding.Name.PadRight(width)}  {finding.Value}");
            if (finding.Fix is { } fix)
            {
                output.WriteLine($"  {new string(' ', width)}  → {fix}");
            }
        }

        output.WriteLine(usable
            ? "Interlock can be used on this machine."
            : "Interlock cannot be used on this machine as it is: see the lines marked x.");
    }

    private static char Mark(MachineStatus status) => status switch
    {
        MachineStatus.Ok => '+',
        MachineStatus.Advice => '!',
        _ => 'x',
    };

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<MachineFinding> findings, bool usable)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("usable", usable);
        writer.WriteStartArray("findings");
        foreach (MachineFinding finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("name", finding.Name);
            writer.WriteString("status", finding.Status.ToString().ToLowerInvariant());
            writer.WriteString("value", finding.Value);
            writer.WriteString("fix", finding.Fix);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
