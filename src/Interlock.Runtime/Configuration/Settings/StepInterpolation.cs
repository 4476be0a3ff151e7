namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How commands between two policy steps are made.</summary>
public enum StepInterpolation
{
    /// <summary>The last step, unchanged.</summary>
    Hold,

    /// <summary>A straight line.</summary>
    Linear,

    /// <summary>A cubic with continuous velocity.</summary>
    Cubic,
}
