using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Effective;

namespace Interlock.Cli.Verbs.Config;

/// <summary><c>interlock config explain</c>: what each key is, where its value comes from, and what it may be.</summary>
internal sealed class ConfigExplainVerb : IVerb
{
    private const string Help =
        "Explain the keys of a run file: value, where it comes from, default, range, unit and meaning.\n\n" +
        "Example: interlock config explain table-arm.run.yaml schedule.blending";

    private readonly RunFileOptions _run = new();
    private readonly Argument<string?> _path = new("path")
    {
        Description = "A key or group, for example supervisor or cameras[0].max_age_ms; default: every key",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of text" };

    public Command Build(VerbHost host)
    {
        Command command = new("explain", Help) { _json };
        _run.AddTo(command);
        command.Arguments.Add(_path);
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        DiagnosticCollector findings = new();
        RunFile file = _run.Load(parsed, findings) ?? throw new DiagnosticException(findings.Items);
        EffectiveConfig config = file.Effective(ContractOf(file, findings));
        string? path = parsed.GetValue(_path);
        IReadOnlyList<EffectiveEntry> entries = path is null ? config.Entries : Matching(config, path, file.FileName);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => ConfigJson.Write(writer, file.FileName, entries));
        }
        else
        {
            Write(host, entries, file.FileName, isOne: path is not null && config.Find(path) is not null);
            FailureReport.Write(host.Error, findings.Items);
        }

        return ExitCode.Ok;
    }

    /// <summary>Without its contract a run file still has something to explain.</summary>
    private static SafetyContract? ContractOf(RunFile file, DiagnosticCollector findings)
    {
        DiagnosticCollector ofContract = new();
        SafetyContract? contract = RunContract.TryLoad(file, ofContract);
        if (contract is null)
        {
            Diagnostic cause = ofContract.Items.First(item => item.Severity == DiagnosticSeverity.Error);
            findings.Add(cause with { Severity = DiagnosticSeverity.Warning });
        }

        return contract;
    }

    private static EffectiveEntry[] Matching(EffectiveConfig config, string path, string file)
    {
        EffectiveEntry[] entries = [.. config.Entries.Where(entry => Contains(path, entry.Path))];
        string? near = config.Nearest(path);
        return entries.Length > 0
            ? entries
            : throw new DiagnosticException(
                "RT024",
                $"the run has no key {Core.Text.Quoted.Of(path)}",
                SourcePlace.OfFile(file),
                near is null ? "'interlock config explain FILE' lists every key" : $"did you mean '{near}'?");
    }

    private static bool Contains(string group, string path) =>
        path.StartsWith(group, StringComparison.Ordinal) && (path.Length == group.Length || path[group.Length] is '.' or '[');

    private static void Write(VerbHost host, IReadOnlyList<EffectiveEntry> entries, string file, bool isOne)
    {
        if (isOne)
        {
            KeyText.WriteOne(host.Out, entries[0], host.Width);
        }
        else
        {
            KeyText.WriteTable(host.Out, entries, file, host.Width);
        }
    }
}
