using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import;

/// <summary>A specification that is one already, written by hand or imported before. It has a single entry and keeps its own siblings.</summary>
internal sealed class SpecFileImporter : ISpecImporter
{
    private const string FormatFamily = "execspec/";

    public string Ecosystem => SpecImport.SpecFileEcosystem;

    public string LooksFor => $"a file with \"interlock\": \"{SpecFile.FormatTag}\"";

    public bool Recognises(ImportSource source) =>
        source.File is { } file
        && source.TryJson(file)?.Member("interlock")?.Text() is { } tag
        && tag.StartsWith(FormatFamily, StringComparison.Ordinal);

    public IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings)
    {
        if (source.File is not { } file)
        {
            throw new DiagnosticException(ImportCode.Unrecognised, "a specification is a file, and this is a folder", SourcePlace.OfFile(source.Path));
        }

        if (request with { Key = null, EveryEntry = false, Ecosystem = null } != ImportRequest.Empty)
        {
            findings.Error(
                ImportCode.SchemeOverridden,
                "a specification states scheme, scale, names and conventions itself; nothing can be stated beside it",
                SourcePlace.OfFile(source.Path),
                "change the file");
        }

        source.MarkRead(file);
        ExecutableSpec spec = SpecFile.Load(source.Path, findings);
        return [new ImportedEntry(spec.Unnormaliser.Key, spec, [])];
    }
}
