using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;

namespace Interlock.Cli.Verbs.Config;

/// <summary>The contract that a run names.</summary>
internal static class RunContract
{
    /// <summary>The contract; null, with findings, when it cannot be used.</summary>
    public static SafetyContract? TryLoad(RunFile file, DiagnosticCollector findings)
    {
        string path = file.Resolve(file.Settings.Contract);
        try
        {
            return ContractFile.Load(path, findings);
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
}
