using Interlock.Runtime.Replay;

namespace Interlock.Dashboard.Series;

/// <summary>Thresholds and bands of monitors in the time of a recording.</summary>
internal sealed class ViewBands(MonitorThresholds thresholds, double rateHz)
{
    public bool HasBands => thresholds.HasBands;

    public double? Threshold(string monitor) => thresholds.Level(monitor);

    /// <summary>Null where no alarm watches the monitor by itself.</summary>
    public ViewBand? Band(string monitor, IReadOnlyList<ViewBandRun> runs) => rateHz > 0 && thresholds.Band(monitor) is { } band
        ? new ViewBand
        {
            Alarm = band.Alarm,
            Alpha = band.Alpha,
            IsWorseBelow = band.IsWorseBelow,
            WindowSteps = band.WindowSteps,
            BinS = band.BinSteps / rateHz,
            Usual = band.Usual,
            Limit = band.Limit,
            Runs = runs,
        }
        : null;
}
