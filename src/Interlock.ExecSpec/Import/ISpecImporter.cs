using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import;

/// <summary>Reads one ecosystem's files.</summary>
internal interface ISpecImporter
{
    /// <summary>Name in requests and messages: <c>openvla</c>, <c>lerobot</c>, …</summary>
    string Ecosystem { get; }

    /// <summary>What it looks for, for the message about a source that nobody recognises.</summary>
    string LooksFor { get; }

    /// <summary>True when the source has this ecosystem's shape; decided by content, never by the name of a model.</summary>
    bool Recognises(ImportSource source);

    /// <summary>Every entry of the source. Findings about one entry belong to that entry; findings about the source go to <paramref name="findings"/>.</summary>
    /// <exception cref="DiagnosticException">The files cannot be used at all.</exception>
    IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings);
}
