using Interlock.Guard.Calibration;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>What the user asked <c>calibrate</c> for.</summary>
/// <param name="Path">Demonstrations.</param>
/// <param name="Output">Base path of the two files.</param>
/// <param name="Overwrite">True to replace a contract that somebody else wrote.</param>
/// <param name="Json">True for one JSON document.</param>
/// <param name="Options">What is asked of the calibrator.</param>
internal sealed record CalibrateRequest(string Path, string Output, bool Overwrite, bool Json, CalibrationOptions Options);
