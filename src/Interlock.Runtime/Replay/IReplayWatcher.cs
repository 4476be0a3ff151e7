using Interlock.Recording.Flight.Reading;

namespace Interlock.Runtime.Replay;

/// <summary>Sees every step of a replay at which the guard was called, in the order of the recording.</summary>
public interface IReplayWatcher
{
    /// <param name="step">As it was recorded.</param>
    /// <param name="command">What the guard let through this time, in the recording's channel order; empty when it let nothing through. Valid during the call alone.</param>
    /// <param name="difference">What differs from the recording; null when nothing does, or nobody can tell.</param>
    void Take(FlightStep step, ReadOnlySpan<double> command, ReplayedDifference? difference);
}
