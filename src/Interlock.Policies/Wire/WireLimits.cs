namespace Interlock.Policies.Wire;

/// <summary>Bounds that every codec keeps.</summary>
internal static class WireLimits
{
    /// <summary>Nesting of lists and maps. Real payloads use 4.</summary>
    public const int MostLevels = 64;

    /// <summary>A payload put together from pieces. Four 1080p RGB images are 25 MB.</summary>
    public const int LongestPayloadBytes = 256 << 20;
}
