using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Certificates;

/// <summary>A specification that no command can be decoded with is not certified, whatever anybody signs.</summary>
internal static class Certifiability
{
    public static void Check(ExecutableSpec spec, DiagnosticCollector findings)
    {
        try
        {
            _ = new ActionDecoder(spec);
        }
        catch (DiagnosticException exception)
        {
            foreach (Diagnostic item in exception.Diagnostics)
            {
                findings.Add(item);
            }
        }
    }
}
