using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>The production checklist. No line is shown without evidence from the recordings or from the files beside them.</summary>
internal static class Checklist
{
    public static ReadinessFacts Of(IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence) => ReadinessFacts.Of(
    [
        ContractLines.Bounds(episodes),
        ContractLines.Velocity(episodes),
        ContractLines.Acceleration(episodes),
        ContractLines.Force(episodes),
        PersonLines.HardwareStop(episodes, evidence),
        PersonLines.Deadman(episodes, evidence),
        MonitorLines.Confidence(episodes, evidence),
        MonitorLines.Monitoring(episodes),
        RunLines.Latency(episodes),
        RunLines.Success(episodes),
        RunLines.Fallback(evidence),
        RunLines.Logging(episodes),
    ]);
}
