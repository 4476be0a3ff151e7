namespace Interlock.Guard.Calibration;

/// <summary>What the calibrated box promises about an episode that was not used to make it.</summary>
public enum CoverageGuarantee
{
    /// <summary>The expected fraction of the steps of a new episode that leave the box is at most alpha.</summary>
    Step,

    /// <summary>The chance that a new episode leaves the box at any step is at most alpha.</summary>
    Episode,
}
