using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>The production checklist. No line is shown without evidence from the recordings or from the files beside them.</summary>
internal static class Checklist
{
    /// <param name="episodes">What could be read.</param>
    /// <param name="evidence">What lies beside it.</param>
    /// <param name="unread">Recordings that could not be read.</param>
    /// <param name="today">A statement of a later day is none; null: the day is not known.</param>
    public static ReadinessFacts Of(IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence, IReadOnlyList<FindingFacts> unread, DateOnly? today) => ReadinessFacts.Of(
    [
        ContractLines.Bounds(episodes),
        MotionLines.Velocity(episodes),
        MotionLines.Acceleration(episodes),
        ForceLine.Of(episodes),
        PersonLines.HardwareStop(episodes, evidence, today),
        PersonLines.Deadman(episodes, evidence, today),
        MonitorLines.Confidence(episodes, evidence),
        MonitorLines.Monitoring(episodes),
        RunLines.Latency(episodes),
        RunLines.Success(episodes),
        FallbackLine.Of(evidence),
        LoggingLine.Of(episodes, unread),
    ]);
}
