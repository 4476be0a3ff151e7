using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>OpenVLA: <c>norm_stats</c> in <c>config.json</c>, or <c>dataset_statistics.json</c> of a fine-tuning run.</summary>
internal sealed class OpenVlaImporter : ISpecImporter
{
    public string Ecosystem => OpenVlaDialect.OpenVla.Library;

    public string LooksFor => "dataset_statistics.json, or config.json with norm_stats";

    public bool Recognises(ImportSource source) => OpenVlaFiles.Recognises(source);

    public IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings)
    {
        IReadOnlyList<OpenVlaEntry> entries = OpenVlaFiles.Entries(source, findings);
        if (OpenVlaFiles.HasOftParts(source))
        {
            findings.Warn(
                OpenVlaCode.OtherLibrary,
                "the folder has an action head or a state projector, which OpenVLA-OFT writes; its epsilon and, on ALOHA, its scheme differ",
                SourcePlace.OfFile(source.Path),
                "import it with --from openvla-oft");
        }

        OpenVlaEntryBuilder builder = new(OpenVlaDialect.OpenVla, request);
        return [.. entries.Select(builder.Build)];
    }
}
