namespace Interlock.Dashboard.LiveView.Run;

/// <summary>A run on the board.</summary>
/// <param name="Session">Of a proxy; null for a run of its own.</param>
/// <param name="Run">What is known of it.</param>
/// <param name="Number">Another one when browsers have to begin anew.</param>
/// <param name="IsOver">True for a session that has ended.</param>
internal sealed record LiveSlot(string? Session, LiveRun Run, long Number, bool IsOver);
