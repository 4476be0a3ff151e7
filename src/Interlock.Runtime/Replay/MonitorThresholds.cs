using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;
using Interlock.Guard.Monitors;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Runtime.Replay;

/// <summary>What the calibration of a run says about single monitors, for those who draw them.</summary>
public sealed class MonitorThresholds
{
    private readonly AlarmCalibration _alarms;

    private MonitorThresholds(GuardCalibration calibration) => (_alarms, Channels) = (calibration.Alarms, calibration.Channels);

    /// <summary>Names of the calibrated channels, in the order of the contract.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>Whether any monitor has a band.</summary>
    public bool HasBands => _alarms.Bands.Count > 0;

    /// <summary>From the bytes of a calibration file.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="DiagnosticException">GD400 to GD405: it cannot be used.</exception>
    public static MonitorThresholds Read(ReadOnlyMemory<byte> utf8, string name) => new(CalibrationReader.Read(utf8, name));

    /// <summary>From the calibration that lies in a recording; null where the run had none.</summary>
    /// <param name="log">Open.</param>
    /// <param name="contract">The contract of the run.</param>
    /// <exception cref="DiagnosticException">GD400 to GD406: it cannot be used, or was made for other channels.</exception>
    public static MonitorThresholds? Of(FlightLog log, SafetyContract contract)
    {
        if (RecordedGuard.Calibration(log, contract) is not { } calibration)
        {
            return null;
        }

        CalibrationReader.RequireSameChannels(calibration, contract);
        return new MonitorThresholds(calibration);
    }

    /// <summary>A level that holds over the whole episode; null where the monitor has none.</summary>
    /// <param name="monitor">Name of the monitor.</param>
    public double? Level(string monitor) => monitor switch
    {
        "cusum" => _alarms.Cusum?.Threshold,
        "p_value" => _alarms.Cusum?.Alpha,
        _ => null,
    };

    /// <summary>The band that an alarm watches; of several alarms the one that goes off first. Null where none watches the monitor by itself.</summary>
    /// <param name="monitor">Name of the monitor.</param>
    public MonitorBand? Band(string monitor)
    {
        FunctionalBand? band = _alarms.Bands.FirstOrDefault(band => band.Monitor == monitor);
        BandRule? rule = _alarms.BandRules.Where(rule => rule.Monitors.Contains(monitor)).MinBy(rule => rule.Threshold);
        if (band is null || rule is null)
        {
            return null;
        }

        bool isBelow = band.WorseWhen == MonitorDirection.Lower;
        double spreads = isBelow ? -rule.Threshold : rule.Threshold;
        double[] limit = [.. band.Mean.Zip(band.Modulation, (mean, spread) => mean + (spreads * spread))];
        return new MonitorBand(rule.Name, rule.Alpha, isBelow, band.WindowSteps, band.BinSteps, band.Mean, limit);
    }
}
