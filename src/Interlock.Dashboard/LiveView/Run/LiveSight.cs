using Interlock.Dashboard.LiveView.Feed;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>What is known at one moment.</summary>
/// <param name="Run">The newest run; null before the first.</param>
/// <param name="RunNumber">Counts up when browsers have to begin anew.</param>
/// <param name="Session">Of a proxy; null for a run of its own, or none.</param>
/// <param name="Sessions">Of which something is known.</param>
/// <param name="Status">The newest status; null while there is none.</param>
/// <param name="StatusAgeMs">Since it came.</param>
/// <param name="Lost">Why nothing is known now; null while the robot is seen.</param>
internal sealed record LiveSight(LiveRun? Run, long RunNumber, string? Session, IReadOnlyList<string> Sessions, FeedStatus? Status, double StatusAgeMs, string? Lost);
