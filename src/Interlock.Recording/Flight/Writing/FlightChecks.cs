using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Writing;

/// <summary>Refuses options and layouts that no recording could be made with; these are errors of the program.</summary>
internal static class FlightChecks
{
    private static readonly TimeSpan ShortestFlush = TimeSpan.FromMilliseconds(10);

    public static void Require(FlightRecorderOptions options, FlightLayout layout)
    {
        Require(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layout.Channels.Count, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfNotEqual(layout.Units.Count, layout.Channels.Count, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layout.PolicyDimension, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layout.RateHz, nameof(layout));
    }

    private static void Require(FlightRecorderOptions options)
    {
        bool hasPath = options.Path is not null;
        bool hasStream = options.OpenStream is not null;
        if ((hasPath && hasStream) || !(hasPath || hasStream || options.Tap is not null))
        {
            throw new ArgumentException("A path, a stream or a tap alone is needed, and not both path and stream.", nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.FlushInterval, ShortestFlush, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.ChunkBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.EventRing, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.RingS, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.ViewerRateHz, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Trigger?.BeforeS ?? 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Trigger?.AfterS ?? 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Trigger?.MemoryBytes ?? 1, nameof(options));
    }
}
