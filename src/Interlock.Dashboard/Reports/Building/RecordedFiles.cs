using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>The files in a recording, each loaded once and none that is large.</summary>
internal sealed class RecordedFiles
{
    private const string RunFileName = "effective.run.yaml";
    private const string CalibrationSuffix = "calibration.json";
    private const string ReceiptName = "receipt.json";

    /// <summary>Contracts, certificates, calibrations and run files stay far below.</summary>
    private const long MostBytes = 8 << 20;

    private const int MostFiles = 64;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _small = [];

    public RecordedFiles(EpisodeView view, List<Diagnostic> findings)
    {
        List<AttachmentFacts> files = [];
        foreach (McapAttachmentIndex index in view.Attachments.Where(index => index.Name != RecordingOverview.AttachmentName).Take(MostFiles))
        {
            ReadOnlyMemory<byte>? data = Load(view, index, findings);
            files.Add(new AttachmentFacts(index.Name, index.MediaType, (long)index.DataSize, data is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : null));
        }

        Files = files;
    }

    public IReadOnlyList<AttachmentFacts> Files { get; }

    public RunSettings Settings() => Text(RunFileName) is { } yaml ? RunSettings.Parse(yaml) : RunSettings.Unknown;

    public IReadOnlyList<GateFacts> GateChecks()
    {
        if (Json(ReceiptName) is not { } document)
        {
            return [];
        }

        using (document)
        {
            return JsonParts.Items(document.RootElement, "checks").Select(check =>
                new GateFacts(JsonParts.Text(check, "code"), JsonParts.Text(check, "status"), JsonParts.Text(check, "subject"), JsonParts.Text(check, "message"))).ToArray();
        }
    }

    /// <summary>The calibration of the monitors; null where there is none that can be read.</summary>
    public CalibrationFacts? Calibration()
    {
        if (Json(CalibrationSuffix) is not { } document)
        {
            return null;
        }

        using (document)
        {
            string name = Files.First(file => file.Name.EndsWith(CalibrationSuffix, StringComparison.Ordinal)).Name;
            return JsonParts.Member(document.RootElement, "provenance") is { } provenance
                ? new CalibrationFacts(name, JsonParts.Items(provenance, "calibration_episodes").Count(), JsonParts.Items(provenance, "holdout_episodes").Count(), JsonParts.Text(provenance, "source"))
                : null;
        }
    }

    /// <summary>A file whose name ends so, as JSON; null when there is none that is JSON.</summary>
    private JsonDocument? Json(string suffix)
    {
        if (Named(suffix) is not { } bytes)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Text(string name) => Named(name) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    private ReadOnlyMemory<byte>? Named(string suffix) =>
        Files.FirstOrDefault(file => file.Name.EndsWith(suffix, StringComparison.Ordinal) && _small.ContainsKey(file.Name)) is { } found ? _small[found.Name] : null;

    private ReadOnlyMemory<byte>? Load(EpisodeView view, McapAttachmentIndex index, List<Diagnostic> findings)
    {
        try
        {
            if (view.Attachment(index.Name, MostBytes) is not { } file)
            {
                return null;
            }

            _small.TryAdd(index.Name, file.Data);
            return file.Data;
        }
        catch (DiagnosticException exception)
        {
            findings.AddRange(exception.Diagnostics);
            return null;
        }
    }
}
