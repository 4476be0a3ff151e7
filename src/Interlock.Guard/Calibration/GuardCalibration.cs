using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration.Models;

namespace Interlock.Guard.Calibration;

/// <summary>What was learnt from demonstrations, beside the contract: models of the monitors and thresholds of the alarms.</summary>
public sealed record GuardCalibration
{
    /// <summary>Format tag of this version.</summary>
    public const string FormatTag = "calibration/1";

    /// <summary>Name of the contract that was calibrated with it.</summary>
    public required string Name { get; init; }

    /// <summary>Channel names in action order; equal to the contract's.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>What was asked for and what the box is made of.</summary>
    public required CoverageStatement Coverage { get; init; }

    /// <summary>Models of the monitors.</summary>
    public required MonitorModels Models { get; init; }

    /// <summary>Thresholds of the alarms; an alarm that could not be calibrated is null in it.</summary>
    public required AlarmCalibration Alarms { get; init; }

    /// <summary>Where it came from.</summary>
    public required CalibrationProvenance Provenance { get; init; }
}
