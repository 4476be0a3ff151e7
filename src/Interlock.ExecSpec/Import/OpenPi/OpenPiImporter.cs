using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenPi;

/// <summary>openpi (pi0, pi0-FAST, pi05): one file of statistics per asset id.</summary>
internal sealed class OpenPiImporter : ISpecImporter
{
    public string Ecosystem => "openpi";

    public string LooksFor => "norm_stats.json with norm_stats.actions, or a checkpoint with assets/<asset id>/norm_stats.json";

    public bool Recognises(ImportSource source) => OpenPiFiles.Recognises(source);

    public IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings)
    {
        var files = OpenPiFiles.Entries(source, findings);
        if (files.Count == 0)
        {
            return [];
        }

        NormalisationScheme? scheme = OpenPiScheme.Of(request, SourcePlace.OfFile(source.Path), findings);
        OpenPiEntryBuilder builder = new(scheme, request);
        return [.. files.Select(file => builder.Build(file.AssetId, file.NormStats))];
    }
}
