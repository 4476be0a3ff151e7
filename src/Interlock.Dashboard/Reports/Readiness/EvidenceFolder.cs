using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports.Building;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>What lies beside the recordings: acknowledgements, the fault campaign, a calibration of confidence.</summary>
internal sealed class EvidenceFolder
{
    private const int MostFiles = 1000;
    private const long MostBytes = 8 << 20;

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 4 };

    private readonly List<Diagnostic> _findings = [];
    private readonly List<CampaignEvidence> _campaigns = [];
    private readonly List<ConfidenceEvidence> _confidences = [];

    public EvidenceFolder(string folder)
    {
        foreach (string path in Files(folder, "*.json"))
        {
            ReadJson(path);
        }

        List<Acknowledgement> acknowledgements = [];
        foreach (string path in Files(folder, AcknowledgementFile.Pattern))
        {
            try
            {
                acknowledgements.AddRange(AcknowledgementFile.Read(path));
            }
            catch (DiagnosticException exception)
            {
                _findings.AddRange(exception.Diagnostics);
            }
        }

        Acknowledgements = acknowledgements;
    }

    public IReadOnlyList<Acknowledgement> Acknowledgements { get; }

    public IReadOnlyList<CampaignEvidence> Campaigns => _campaigns;

    public IReadOnlyList<ConfidenceEvidence> Confidences => _confidences;

    public IReadOnlyList<Diagnostic> Findings => _findings;

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, Deep).Take(MostFiles).Order(StringComparer.Ordinal);

    // Many JSON files have nothing to do with us; only what carries our tag is evidence.
    private void ReadJson(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                return;
            }

            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            switch (JsonParts.Text(document.RootElement, "interlock"))
            {
                case CampaignEvidence.FormatTag:
                    _campaigns.Add(CampaignEvidence.Of(document.RootElement, Path.GetFileName(path)));
                    break;
                case ConfidenceEvidence.FormatTag:
                    _confidences.Add(ConfidenceEvidence.Of(document.RootElement, Path.GetFileName(path)));
                    break;
                default:
                    break;
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Not ours to judge: it is not taken as evidence, and a missing line says so.
        }
    }
}
