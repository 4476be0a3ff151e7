using Interlock.Recording.Flight.Tap;

namespace Interlock.Recording.Flight.Session;

/// <summary>How a recording is written.</summary>
public sealed record FlightRecorderOptions
{
    /// <summary>The new file; must not exist. Null when <see cref="OpenStream"/> is given, or when nothing is kept and only <see cref="Tap"/> listens.</summary>
    public string? Path { get; init; }

    /// <summary>Opens the stream in place of <see cref="Path"/>; the recorder disposes it. For tests and for other stores.</summary>
    public Func<Stream>? OpenStream { get; init; }

    /// <summary>Sees everything that is recorded, on the recorder's thread; null for none. Default null.</summary>
    public IFlightTap? Tap { get; init; }

    /// <summary>At most this much is lost when the process dies. 10 ms or more. Default 100 ms.</summary>
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Each flush also waits for the device, which covers loss of power and costs what the device costs. Default false.</summary>
    public bool Fsync { get; init; }

    /// <summary>A chunk is closed at this many bytes, 1 or more. Default 1 MiB.</summary>
    public int ChunkBytes { get; init; } = 1 << 20;

    /// <summary>Room between the control thread and the writer, in seconds of steps. Default 2.</summary>
    public double RingS { get; init; } = 2;

    /// <summary>Most events that wait for the writer. Default 4096.</summary>
    public int EventRing { get; init; } = 4096;

    /// <summary>Most bytes of images, chunks and texts that wait for the writer. Default 64 MiB.</summary>
    public long QueueBytes { get; init; } = 64L << 20;

    /// <summary>Keeps only what lies around interventions, stops and marks; null keeps everything. Default null.</summary>
    public FlightTrigger? Trigger { get; init; }

    /// <summary>
    /// False: no thread; the caller calls <see cref="FlightRecorder.Pump"/>, and equal calls give equal bytes. True: the recorder's own
    /// thread. Default true.
    /// </summary>
    public bool OwnThread { get; init; } = true;

    /// <summary>Joint states for viewers are thinned to at most this rate, Hz, above 0. Default 100.</summary>
    public double ViewerRateHz { get; init; } = 100;

    /// <summary>Keeps an overview while it writes and attaches it at the end (<c>interlock.overview</c>), so that a long recording opens at once. Default true.</summary>
    public bool Overview { get; init; } = true;
}
