namespace Interlock.ExecSpec.Drift;

/// <summary>Whether the commands of a channel can be compared in units of the certified half-range.</summary>
public enum Comparability
{
    /// <summary>Both maps are finite and the certified one has a range.</summary>
    Comparable,

    /// <summary>The certified statistics hold the channel constant; differences are relative to that constant.</summary>
    ConstantInCertified,

    /// <summary>A coefficient is missing or not finite, or the gain overflows: every measure is infinite.</summary>
    NotFinite,
}
