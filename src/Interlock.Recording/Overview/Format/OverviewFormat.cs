namespace Interlock.Recording.Overview.Format;

/// <summary>Constants of <c>docs/overview-format.md</c>.</summary>
internal static class OverviewFormat
{
    public const ushort Version = 1;

    public const int HasValue = 1;

    public const int HasLimit = 2;

    public const int HasLatency = 1;

    public const int HasSeam = 2;

    // Fewest bytes that an entry of each list takes; a count that needs more than there are is refused before anything is allocated for it.
    public const int SignalBytes = 48;
    public const int TrackBytes = 20;
    public const int WordBytes = 12;
    public const int SpanBytes = 16;
    public const int EventKeyBytes = 17;
    public const int EventBytes = 45;
    public const int ChunkBytes = 21;
    public const int MomentBytes = 25;

    public static ReadOnlySpan<byte> Magic => "ILOVERVW"u8;
}
