using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Writing;

/// <summary>Opens the stream of a recording. A file is new, and others may read it while it grows.</summary>
internal static class FlightStream
{
    private static readonly FileStreamOptions New = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Share = FileShare.Read,

        // The writer hands over whole chunks; a second buffer would only delay them.
        BufferSize = 0,
    };

    /// <summary>Null for a recorder that only a tap listens to.</summary>
    public static Stream? Open(FlightRecorderOptions options)
    {
        if (options.OpenStream is { } open)
        {
            return open();
        }

        return options.Path is { } path ? new FileStream(path, New) : null;
    }
}
