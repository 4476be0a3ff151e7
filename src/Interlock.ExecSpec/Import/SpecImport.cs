using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Files.Rules;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import;

/// <summary>What the files of another ecosystem say about the meaning of a policy's numbers.</summary>
public sealed record SpecImport
{
    /// <summary>The one of <see cref="Ecosystems"/> whose files are specifications already.</summary>
    public const string SpecFileEcosystem = "execspec";

    /// <summary>Names of the ecosystems that can be imported.</summary>
    public static IReadOnlyList<string> Ecosystems { get; } = [.. SpecImporters.All.Select(importer => importer.Ecosystem)];

    /// <summary>Whose files these are.</summary>
    public required string Ecosystem { get; init; }

    /// <summary>Every entry of the source, in its order.</summary>
    public required IReadOnlyList<ImportedEntry> Entries { get; init; }

    /// <summary>The specification of the selected entry, with the others as siblings; null when none could be selected, and then <see cref="Findings"/> has an error.</summary>
    public ExecutableSpec? Selected { get; init; }

    /// <summary>Everything found about the source and the selected entry; about the others only what makes them unusable, as remarks.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    /// <summary>True when at least one finding is an error.</summary>
    public bool HasErrors => Findings.Any(item => item.Severity == DiagnosticSeverity.Error);

    /// <summary>Files that were read, relative to the folder, with <c>/</c>.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Reads a file or a checkpoint folder.</summary>
    /// <param name="path">A statistics or configuration file, or the folder of a checkpoint.</param>
    /// <param name="request">What is stated beside it.</param>
    /// <exception cref="DiagnosticException">The files cannot be read, are no data (a pickle), or are of no known ecosystem.</exception>
    public static SpecImport Open(string path, ImportRequest? request = null)
    {
        request ??= ImportRequest.Empty;
        ImportRequestCheck.ThrowIfWrong(request);
        ImportSource source = ImportSource.Open(path);
        ISpecImporter importer = SpecImporters.For(source, request.Ecosystem);
        DiagnosticCollector findings = new();
        IReadOnlyList<ImportedEntry> entries = importer.Import(source, request, findings);
        ExecutableSpec? selected = EntrySelection.Select(entries, request, source.Path, findings);
        ReportUnwritable(selected, source.Path, findings);
        return new SpecImport
        {
            Ecosystem = importer.Ecosystem,
            Entries = entries,
            Selected = findings.HasErrors ? null : selected,
            Findings = findings.Items,
            Files = source.FilesRead,
        };
    }

    /// <summary>The specification of an entry, with the other usable entries as siblings; null when there is no such entry, or it is unusable.</summary>
    public ExecutableSpec? SpecOf(string key) => EntrySelection.WithSiblings(Entries, key);

    /// <summary>The selected specification.</summary>
    /// <exception cref="DiagnosticException">None could be selected; carries the findings that say why.</exception>
    public ExecutableSpec Require() => Selected ?? throw new DiagnosticException(Findings);

    // What is selected can also be kept as a file, so a key that no file may have is found here and not when it is written.
    private static void ReportUnwritable(ExecutableSpec? selected, string path, DiagnosticCollector findings)
    {
        if (selected is null)
        {
            return;
        }

        DiagnosticCollector ruled = new();
        SpecRules.Check(selected, ruled);
        foreach (Diagnostic item in ruled.Items.Where(item => item.Severity == DiagnosticSeverity.Error))
        {
            findings.Add(item with { Place = new SourcePlace(path, Key: item.Place?.Key) });
        }
    }
}
