using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Files.Rules;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>A specification that could not be written to a file is refused here, where the files that it came from are still known.</summary>
internal static class SpecificationCheck
{
    public static void Run(ExecutableSpec spec, SourcePlace place, DiagnosticCollector findings)
    {
        DiagnosticCollector rules = new();
        SpecRules.Check(spec, rules);
        foreach (Diagnostic item in rules.Items.Where(item => item.Severity == DiagnosticSeverity.Error))
        {
            findings.Add(item with { Place = place with { Key = item.Place?.Key } });
        }
    }
}
