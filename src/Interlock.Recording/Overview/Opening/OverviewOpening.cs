using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Overview.Building;
using Interlock.Recording.Overview.Format;

namespace Interlock.Recording.Overview.Opening;

/// <summary>Opens a recording with the overview that lies in it, or with one that is made of its steps.</summary>
internal sealed class OverviewOpening(string path, IProgress<double>? progress, CancellationToken cancellation)
{
    private readonly DiagnosticCollector _findings = new();

    public OverviewedLog Open()
    {
        FlightLog log = FlightLog.Open(path);
        try
        {
            RequireSignals(log);
            return Stored(log) is { } stored ? new OverviewedLog(log, stored, isStored: true, _findings.Items) : Scanned(log);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    private void RequireSignals(FlightLog log)
    {
        long signals = SignalColumns.CountOf(log.Layout);
        if (signals > OverviewLimits.Signals)
        {
            throw new DiagnosticException("RC043", $"the recording has {signals} signals, at most {OverviewLimits.Signals} can be looked at", SourcePlace.OfFile(path));
        }
    }

    private RecordingOverview? Stored(FlightLog log)
    {
        if (log.Attachments.LastOrDefault(index => index.Name == RecordingOverview.AttachmentName) is not { } index)
        {
            _findings.Info("RC042", "the recording has no overview and was read through", SourcePlace.OfFile(path));
            return null;
        }

        if (index.DataSize > OverviewLimits.AttachmentBytes)
        {
            _findings.Warn("RC043", $"the overview of {index.DataSize} bytes is not loaded, at most {OverviewLimits.AttachmentBytes} are", SourcePlace.OfFile(path), "the recording was read through instead");
            return null;
        }

        try
        {
            return OfThis(log, OverviewReader.Read(log.Read(index).Data, path));
        }
        catch (DiagnosticException exception)
        {
            foreach (Diagnostic found in exception.Diagnostics)
            {
                _findings.Add(found with { Severity = DiagnosticSeverity.Warning });
            }

            return null;
        }
    }

    private RecordingOverview OfThis(FlightLog log, RecordingOverview overview)
    {
        IEnumerable<string> keys = new SignalColumns(log.Layout).Signals.Select(signal => signal.Key);
        return overview.StartNs == (long)log.Clock.FileNs(log.Session.StartMonotonicNs) && keys.SequenceEqual(overview.Signals.Select(signal => signal.Key))
            ? overview
            : throw new DiagnosticException("RC044", "the overview in the recording is of another recording: start or signals differ", SourcePlace.OfFile(path), "the recording is read through instead");
    }

    private OverviewedLog Scanned(FlightLog log)
    {
        try
        {
            return Scan(log);
        }
        catch (DiagnosticException exception) when (log.Recovery is null)
        {
            _findings.Warn("RC048", $"the recording is damaged and was recovered: {exception.Diagnostics[0].Message}", SourcePlace.OfFile(path), "`interlock record recover` lists what was lost");
        }

        FlightLog recovered = FlightLog.OpenRecovered(path);
        try
        {
            OverviewedLog opened = Scan(recovered);
            log.Dispose();
            return opened;
        }
        catch
        {
            recovered.Dispose();
            throw;
        }
    }

    private OverviewedLog Scan(FlightLog log)
    {
        (RecordingOverview overview, long unreadable) = OverviewScan.Run(log, progress, cancellation);
        if (unreadable > 0)
        {
            _findings.Warn("RC046", $"{unreadable} messages are not as their schema says and were passed over", SourcePlace.OfFile(path), "another program wrote or changed this recording");
        }

        return new OverviewedLog(log, overview, isStored: false, _findings.Items);
    }
}
