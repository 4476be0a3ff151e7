using Interlock.Core.Contract;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Guard.Calibration;

/// <summary>What calibrating gives.</summary>
/// <param name="Contract">What the robot may do.</param>
/// <param name="Calibration">What monitors and alarms need.</param>
/// <param name="Report">What was claimed and measured.</param>
public sealed record CalibrationOutcome(SafetyContract Contract, GuardCalibration Calibration, CalibrationReport Report);
