namespace Interlock.Policies.Scheduling;

/// <summary>How the commands between two rows of a chunk are made.</summary>
public enum ChunkInterpolation
{
    /// <summary>Straight lines between rows.</summary>
    Linear,

    /// <summary>The last row until the next one is due: stairs, one jump per policy step.</summary>
    Hold,

    /// <summary>A monotone cubic (Fritsch and Carlson 1980): smooth velocities, and like the straight line never beyond either row.</summary>
    Cubic,
}
