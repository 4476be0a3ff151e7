using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Contract;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;

namespace Interlock.Cli.Verbs.Config;

/// <summary><c>interlock config validate</c>: all findings about one run file, the files that it names and its contract.</summary>
internal sealed class ConfigValidateVerb : IVerb
{
    private const string Help =
        "Check a run file: every mistake with file, line, key and what to do; files that do not exist; what does not agree with the contract. " +
        "Exit code 2 when it is not valid.\n\n" +
        "Example: interlock config validate table-arm.run.yaml --set schedule.blending=replace";

    private readonly RunFileOptions _run = new();
    private readonly Option<bool> _strict = new("--strict") { Description = "Count warnings as mistakes" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("validate", Help) { _strict, _json };
        _run.AddTo(command);
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(_run.File);
        DiagnosticCollector findings = new();
        RunFile? file = _run.Load(parsed, findings);
        SafetyContract? contract = file is null ? null : CheckSurroundings(file, findings);
        int warnings = findings.Items.Count(item => item.Severity == DiagnosticSeverity.Warning);
        bool valid = !findings.HasErrors && !(parsed.GetValue(_strict) && warnings > 0);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => FindingsJson.Write(writer, path, valid, findings.Items));
        }
        else
        {
            WriteLines(host, path, file, contract, findings);
        }

        return valid ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private static SafetyContract? CheckSurroundings(RunFile file, DiagnosticCollector findings)
    {
        file.CheckFiles(findings);
        SafetyContract? contract = Path.Exists(file.Resolve(file.Settings.Contract)) ? RunContract.TryLoad(file, findings) : null;
        if (contract is not null)
        {
            file.CheckAgainst(contract, findings);
        }

        return contract;
    }

    private static void WriteLines(VerbHost host, string path, RunFile? file, SafetyContract? contract, DiagnosticCollector findings)
    {
        if (file is not null && !findings.HasErrors)
        {
            ConfigBlock.Write(host.Out, file.Effective(contract), host.Width);
            host.Out.WriteLine($"{path} is valid.");
        }

        FailureReport.Write(host.Error, findings.Items);
    }
}
