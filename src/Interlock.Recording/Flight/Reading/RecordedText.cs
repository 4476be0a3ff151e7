using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Reading;

/// <summary>A recorded sentence.</summary>
/// <param name="MonotonicNs">When: monotonic time, ns.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Message">The sentence.</param>
public sealed record RecordedText(long MonotonicNs, FlightLevel Level, string Source, string Message);
