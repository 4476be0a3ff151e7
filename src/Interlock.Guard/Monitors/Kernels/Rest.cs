namespace Interlock.Guard.Monitors.Kernels;

/// <summary>Where a motion is too small to have a direction.</summary>
internal static class Rest
{
    /// <summary>Norm of a motion, in channel units, at or below which nothing moves (the published toolkit's value).</summary>
    public const double Norm = 1e-8;

    /// <summary>Its square.</summary>
    public const double NormSquared = Norm * Norm;
}
