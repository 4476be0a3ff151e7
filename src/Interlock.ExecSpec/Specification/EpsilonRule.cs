namespace Interlock.ExecSpec.Specification;

/// <summary>How a library keeps a range or a standard deviation away from zero.</summary>
public enum EpsilonRule
{
    /// <summary>The epsilon is added to every range or deviation (OpenVLA, OpenVLA-OFT, openpi, LeRobot mean/std).</summary>
    Added,

    /// <summary>The epsilon takes the place of a range that is exactly zero (LeRobot min/max and quantiles).</summary>
    ReplacesZero,
}
