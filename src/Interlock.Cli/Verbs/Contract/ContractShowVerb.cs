using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Verbs.Contract;

/// <summary><c>interlock contract show</c>: the limits as they take effect.</summary>
internal sealed class ContractShowVerb : IVerb
{
    private const string Help =
        "Show a contract as it takes effect: limits in channel units and in SI, per control step and per second.\n\n" +
        "Example: interlock contract show so101.contract.yaml";

    private readonly Argument<string> _file = new("file") { Description = "The contract (*.contract.yaml)" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of a table" };

    public Command Build(VerbHost host)
    {
        Command command = new("show", Help) { _file, _json };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        DiagnosticCollector findings = new();
        SafetyContract contract = ContractFile.Load(parsed.GetRequiredValue(_file), findings);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => ContractJson.Write(writer, contract));
        }
        else
        {
            ContractBlock.Write(host.Out, contract);
            FailureReport.Write(host.Error, findings.Items);
        }

        return ExitCode.Ok;
    }
}
