using Interlock.Core.Diagnostics;
using Interlock.Dashboard.LiveView.Feed;
using Interlock.Dashboard.Series;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Replay;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>The calibration of a run that goes on, and where its guard is in the bands. Not thread-safe.</summary>
internal sealed class LiveBands
{
    // As many interruptions as a page shows.
    private const int MostRuns = 256;

    private readonly RecentItems<ViewBandRun> _runs = new(MostRuns);
    private BandClock? _clock;
    private double _since;
    private double _episode = double.NaN;

    /// <summary>Null until the calibration came.</summary>
    public ViewBands? Known { get; private set; }

    public double? ZeroT => _clock?.ZeroT;

    /// <exception cref="DiagnosticException">It is no calibration.</exception>
    public bool Learn(RunFile file, FlightLayout layout)
    {
        if (Known is not null || MonitorThresholds.Read(file.Bytes, file.Name) is not { } calibration || !calibration.Channels.SequenceEqual(layout.Channels))
        {
            return false;
        }

        Known = new ViewBands(calibration, layout.RateHz);
        return true;
    }

    /// <summary>A step came.</summary>
    public void Show(double t, string? source, double episode)
    {
        // Who comes late does not know what was before, unless nothing was commanded yet.
        _clock ??= new BandClock(isFromStart: source == "none");
        double? before = ZeroT;
        _clock.Show(t, source);
        if (episode != _episode && !double.IsNaN(_episode))
        {
            _clock.BeginEpisode(t);
        }

        _episode = episode;
        if (before != ZeroT)
        {
            Close(before, t);
            _since = t;
        }
    }

    /// <summary>When the bands were listening, until now.</summary>
    public IReadOnlyList<ViewBandRun> Runs(double t) => [.. _runs.All, .. ZeroT is { } zero ? new[] { new ViewBandRun(_since, t, zero) } : []];

    private void Close(double? zero, double t)
    {
        if (zero is { } known && _since < t)
        {
            _runs.Add(new ViewBandRun(_since, t, known));
        }
    }
}
