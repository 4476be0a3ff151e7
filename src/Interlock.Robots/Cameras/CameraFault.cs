namespace Interlock.Robots.Cameras;

/// <summary>What is wrong with a simulated camera.</summary>
public enum CameraFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It delivers the same picture again and again, as if new.</summary>
    Frozen,

    /// <summary>It delivers nothing any more.</summary>
    Stalled,
}
