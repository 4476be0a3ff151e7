using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>
/// OpenVLA-OFT: OpenVLA's statistics beside an action head. Its scheme and chunk length come from constants that the library picks by
/// searching its own command line for a platform's name, so the platform has to be stated here.
/// </summary>
internal sealed class OftImporter : ISpecImporter
{
    public string Ecosystem => "openvla-oft";

    public string LooksFor => "the files of openvla beside action_head--* or proprio_projector--*";

    public bool Recognises(ImportSource source) => OpenVlaFiles.HasOftParts(source) && OpenVlaFiles.Recognises(source);

    public IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings)
    {
        IReadOnlyList<OpenVlaEntry> entries = OpenVlaFiles.Entries(source, findings);
        if (request.Platform is null)
        {
            findings.Add(new Diagnostic(
                OpenVlaCode.PlatformNotStated,
                request.Scheme is null ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                "the scheme is picked elsewhere: OpenVLA-OFT searches its command line for 'libero', 'aloha' or 'bridge', and no file says which it found",
                SourcePlace.OfFile(source.Path),
                "state --platform libero, aloha or bridge as at training time"));
        }

        OpenVlaEntryBuilder builder = new(OpenVlaDialect.Oft(request.Platform, OpenVlaFiles.HasStateProjector(source)), request);
        return [.. entries.Select(builder.Build)];
    }
}
