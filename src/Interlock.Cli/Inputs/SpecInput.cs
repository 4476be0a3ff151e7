using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Inputs;

/// <summary>A specification from its own file or from the files of a checkpoint.</summary>
/// <param name="Ecosystem">Whose files these are; null for a specification file.</param>
/// <param name="Spec">The specification; null when there is none, and then <paramref name="Findings"/> has an error.</param>
/// <param name="Findings">Everything found.</param>
internal sealed record SpecInput(string? Ecosystem, ExecutableSpec? Spec, IReadOnlyList<Diagnostic> Findings)
{
    public static bool IsSpecFile(string path) => path.EndsWith(SpecFile.Extension, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="DiagnosticException">The path cannot be read, or is of no known kind.</exception>
    public static SpecInput Open(string path, ImportRequest request)
    {
        SpecImport import = SpecImport.Open(path, IsSpecFile(path) ? request with { Ecosystem = SpecImport.SpecFileEcosystem } : request);
        return new(import.Ecosystem == SpecImport.SpecFileEcosystem ? null : import.Ecosystem, import.Selected, import.Findings);
    }
}
