namespace Interlock.Guard.Calibration;

/// <summary>For how many channels at once the promise of the box holds.</summary>
public enum BoxKind
{
    /// <summary>For all channels at once: one threshold on the largest scaled deviation.</summary>
    Joint,

    /// <summary>For each channel by itself: a threshold per channel. Tighter, but several channels together leave it more often than alpha.</summary>
    PerJoint,
}
