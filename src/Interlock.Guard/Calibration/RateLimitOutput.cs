namespace Interlock.Guard.Calibration;

/// <summary>How calibrated rate limits are written into the contract.</summary>
public enum RateLimitOutput
{
    /// <summary>Change per control step, in channel units.</summary>
    MaxStep,

    /// <summary>Speed, in channel units per second; needs a known rate.</summary>
    MaxVelocity,
}
