using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Replay;

namespace Interlock.Dashboard.Series;

/// <summary>The calibration that lies in a recording, for the thresholds of its monitors.</summary>
internal static class ViewCalibration
{
    /// <summary>Twenty times a usual one; a view is opened often.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>Null when the run had none, or none that can be read; a view does without thresholds then.</summary>
    public static MonitorThresholds? Find(FlightLog log, SafetyContract? contract, string path, DiagnosticCollector findings)
    {
        string? named = Path.GetFileName(contract?.Monitors?.Calibration);
        if (contract is null || !log.Attachments.Any(IsOne))
        {
            return null;
        }

        if (log.Attachments.First(IsOne) is { DataSize: > MostBytes } large)
        {
            Warn(findings, path, $"it has {large.DataSize} bytes, at most {MostBytes} are read");
            return null;
        }

        try
        {
            return MonitorThresholds.Of(log, contract);
        }
        catch (DiagnosticException exception)
        {
            Warn(findings, path, exception.Diagnostics[0].Message);
            return null;
        }

        bool IsOne(Recording.Mcap.Records.McapAttachmentIndex index) =>
            index.Name.EndsWith(string.IsNullOrEmpty(named) ? RecordedGuard.CalibrationSuffix : named, StringComparison.Ordinal)
            || index.Name.EndsWith(RecordedGuard.CalibrationSuffix, StringComparison.Ordinal);
    }

    private static void Warn(DiagnosticCollector findings, string path, string why) =>
        findings.Warn("RC049", $"the calibration in the recording cannot be used, so no thresholds are drawn: {why}", SourcePlace.OfFile(path));
}
