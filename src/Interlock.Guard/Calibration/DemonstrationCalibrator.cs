using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Demonstrations;

namespace Interlock.Guard.Calibration;

/// <summary>
/// Learns from demonstrations what normal looks like. Episodes are split by seed: one part fits means, scales and models,
/// one makes thresholds, one checks the claims. The guarantee is explained in <c>docs/calibration.md</c>.
/// </summary>
public static class DemonstrationCalibrator
{
    /// <summary>Calibrates contract, monitors and alarms.</summary>
    /// <param name="demonstrations">Episodes of normal operation. Up to 16.8 million numbers are held; a larger source is read four times.</param>
    /// <param name="options">What is asked.</param>
    /// <exception cref="DiagnosticException">Options out of range (GD430), or demonstrations that cannot be used (GD431, GD433, GD442, GD443, DS codes).</exception>
    public static CalibrationOutcome Calibrate(IEpisodeSource demonstrations, CalibrationOptions options) =>
        Calibrate(demonstrations, options, DemonstrationSet.HeldValueLimit);

    internal static CalibrationOutcome Calibrate(IEpisodeSource demonstrations, CalibrationOptions options, long heldValueLimit)
    {
        CalibrationOptionsCheck.Check(options);
        ChannelPlan plan = ChannelPlan.Of(demonstrations.Description, options);
        DiagnosticCollector findings = new();
        DemonstrationSet set = new DemonstrationLoader(demonstrations, options, findings, heldValueLimit).Load();
        EpisodeSplit split = EpisodeSplit.Draw(set.Facts.Count, options.Fractions, options.Seed);
        return new CalibrationRun(set, split, plan, options, findings).Run();
    }
}
