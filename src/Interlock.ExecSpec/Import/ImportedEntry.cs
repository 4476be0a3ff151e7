using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import;

/// <summary>One entry of a source: what a runtime would decode with if this key were selected.</summary>
/// <param name="Key">Name of the entry in its source.</param>
/// <param name="Spec">Its specification, without siblings; null when the source and the request together do not define one.</param>
/// <param name="Findings">What was found about this entry alone.</param>
public sealed record ImportedEntry(string Key, ExecutableSpec? Spec, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>True when it can be selected.</summary>
    public bool IsUsable => Spec is not null && Findings.All(item => item.Severity != DiagnosticSeverity.Error);
}
