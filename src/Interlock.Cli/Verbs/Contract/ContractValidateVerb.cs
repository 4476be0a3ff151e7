using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Verbs.Contract;

/// <summary><c>interlock contract validate</c>: all findings about one file.</summary>
internal sealed class ContractValidateVerb : IVerb
{
    private const string Help =
        "Check a contract: every mistake with file, line, key, value, limit and what to do. Exit code 2 when it is not valid.\n\n" +
        "Example: interlock contract validate so101.contract.yaml --strict";

    private readonly Argument<string> _file = new("file") { Description = "The contract (*.contract.yaml)" };
    private readonly Option<bool> _strict = new("--strict") { Description = "Count warnings as mistakes" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("validate", Help) { _file, _strict, _json };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(_file);
        DiagnosticCollector findings = new();
        SafetyContract? contract = TryLoad(file, findings);
        int warnings = findings.Items.Count(item => item.Severity == DiagnosticSeverity.Warning);
        bool valid = contract is not null && !(parsed.GetValue(_strict) && warnings > 0);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => FindingsJson.Write(writer, file, valid, findings.Items));
        }
        else
        {
            WriteLines(host, file, contract, warnings, findings);
        }

        return valid ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private static SafetyContract? TryLoad(string file, DiagnosticCollector findings)
    {
        try
        {
            return ContractFile.Load(file, findings);
        }
        catch (DiagnosticException exception)
        {
            foreach (Diagnostic item in exception.Diagnostics.Except(findings.Items))
            {
                findings.Add(item);
            }

            return null;
        }
    }

    private static void WriteLines(VerbHost host, string file, SafetyContract? contract, int warnings, DiagnosticCollector findings)
    {
        if (contract is not null)
        {
            host.Out.WriteLine($"{file}: contract '{contract.Name}' is valid: {contract.Channels.Count} channels, {warnings} warnings");
        }

        FailureReport.Write(host.Error, findings.Items);
    }
}
