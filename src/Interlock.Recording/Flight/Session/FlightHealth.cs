using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Flight.Session;

/// <summary>How a recording is doing.</summary>
/// <param name="StepsWritten">Steps that the writer has taken.</param>
/// <param name="StepsDropped">Steps that found no room or came after the end.</param>
/// <param name="EventsDropped">Events that found no room or came after the end.</param>
/// <param name="ItemsDropped">Images, chunks, texts, attachments and metadata that found no room or came after the end.</param>
/// <param name="BytesWritten">Bytes that have left for the file.</param>
/// <param name="Fault">Why the recording ended early (RC021); null while it runs or after a proper end.</param>
public sealed record FlightHealth(long StepsWritten, long StepsDropped, long EventsDropped, long ItemsDropped, long BytesWritten, Diagnostic? Fault)
{
    /// <summary>True when nothing was dropped and nothing failed.</summary>
    public bool IsComplete => Fault is null && StepsDropped == 0 && EventsDropped == 0 && ItemsDropped == 0;
}
