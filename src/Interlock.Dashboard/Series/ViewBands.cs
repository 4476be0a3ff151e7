using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;
using Interlock.Guard.Monitors;

namespace Interlock.Dashboard.Series;

/// <summary>What a calibration says about single monitors.</summary>
internal sealed class ViewBands(GuardCalibration calibration, double rateHz)
{
    private readonly AlarmCalibration _alarms = calibration.Alarms;

    public bool HasBands => _alarms.Bands.Count > 0;

    /// <summary>A level that holds over the whole episode; null where the monitor has none.</summary>
    public double? Threshold(string monitor) => monitor switch
    {
        "cusum" => _alarms.Cusum?.Threshold,
        "p_value" => _alarms.Cusum?.Alpha,
        _ => null,
    };

    /// <summary>The band that an alarm watches; of several the one that goes off first. Null where none watches the monitor by itself.</summary>
    public ViewBand? Band(string monitor, IReadOnlyList<ViewBandRun> runs)
    {
        FunctionalBand? band = _alarms.Bands.FirstOrDefault(band => band.Monitor == monitor);
        BandRule? rule = _alarms.BandRules.Where(rule => rule.Monitors.Contains(monitor)).MinBy(rule => rule.Threshold);
        if (band is null || rule is null || !(rateHz > 0))
        {
            return null;
        }

        double spreads = band.WorseWhen == MonitorDirection.Lower ? -rule.Threshold : rule.Threshold;
        return new ViewBand
        {
            Alarm = rule.Name,
            Alpha = rule.Alpha,
            IsWorseBelow = band.WorseWhen == MonitorDirection.Lower,
            WindowSteps = band.WindowSteps,
            BinS = band.BinSteps / rateHz,
            Usual = band.Mean,
            Limit = [.. band.Mean.Zip(band.Modulation, (mean, spread) => mean + (spreads * spread))],
            Runs = runs,
        };
    }
}
