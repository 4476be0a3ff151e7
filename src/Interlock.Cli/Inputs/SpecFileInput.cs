using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Inputs;

/// <summary>Reads a specification for a verb.</summary>
internal static class SpecFileInput
{
    /// <summary>What is merely odd about it goes to the error stream.</summary>
    public static ExecutableSpec Load(VerbHost host, string path)
    {
        DiagnosticCollector findings = new();
        ExecutableSpec spec = SpecFile.Load(path, findings);
        FailureReport.Write(host.Error, findings.Items);
        return spec;
    }

    /// <summary>Null when it is not valid; every finding goes to <paramref name="findings"/>.</summary>
    public static ExecutableSpec? TryLoad(string path, DiagnosticCollector findings)
    {
        try
        {
            return SpecFile.Load(path, findings);
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
