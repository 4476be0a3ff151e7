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
    /// <summary>A key that the source does not have, as the importers say it.</summary>
    private const string KeyUnknown = "EX127";

    public static bool IsSpecFile(string path) => path.EndsWith(SpecFile.Extension, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="DiagnosticException">The path cannot be read, or is of no known kind.</exception>
    public static SpecInput Open(string path, ImportRequest request)
    {
        if (!IsSpecFile(path))
        {
            SpecImport import = SpecImport.Open(path, request);
            return new(import.Ecosystem, import.Selected, import.Findings);
        }

        DiagnosticCollector findings = new();
        ExecutableSpec spec = SpecFile.Load(path, findings);
        return request.Key is { } key && key != spec.Unnormaliser.Key
            ? throw new DiagnosticException(
                KeyUnknown, $"the specification is for '{spec.Unnormaliser.Key}', not '{key}'", SourcePlace.OfFile(path), "a specification has one key; import the other one")
            : new(null, spec, findings.Items);
    }
}
