namespace Interlock.Guard.Calibration;

/// <summary>Which episodes the percentile of step sizes is taken over.</summary>
public enum VelocityEpisodes
{
    /// <summary>
    /// Every usable episode. The printed exceedance still comes from limits made without the held-out episodes, so that it
    /// is measured on unseen data.
    /// </summary>
    All,

    /// <summary>All but the held-out episodes.</summary>
    NotHeldOut,
}
