using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Inputs;

/// <summary>Reads a contract for a verb; what is merely odd about it goes to the error stream.</summary>
internal static class ContractInput
{
    public static SafetyContract Load(VerbHost host, string path)
    {
        DiagnosticCollector findings = new();
        SafetyContract contract = ContractFile.Load(path, findings);
        FailureReport.Write(host.Error, findings.Items);
        return contract;
    }
}
