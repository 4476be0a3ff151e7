using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>What no recording can show: a person stood at the robot and tried it.</summary>
internal static class PersonLines
{
    public static ReadinessLine HardwareStop(IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence) =>
        Of("emergency_stop", "The robot's own emergency stop was tried by a person", episodes, evidence);

    public static ReadinessLine Deadman(IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence) =>
        Of("deadman", "The deadman switch was tried by a person", episodes, evidence);

    private static ReadinessLine Of(string subject, string title, IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence)
    {
        string wouldShow = $"an entry '{subject}' with name, date and statement in a file *.ack.yaml beside the recordings (docs/report.md)";
        string?[] robots = [.. episodes.Select(episode => episode.Robot).Distinct()];
        Acknowledgement[] found = [.. evidence.Acknowledgements.Where(each => each.Subject == subject)];
        Acknowledgement? fitting = found.FirstOrDefault(each => each.Robot is null || robots.All(robot => robot == each.Robot));
        if (fitting is not null)
        {
            return ReadinessLine.Shown(subject, title, $"{fitting.Name}, {fitting.Date}: {fitting.Statement} ({fitting.File}); a statement of a person, not checked by the software");
        }

        return ReadinessLine.NotShown(subject, title, found.Length > 0 ? $"{found[0].File} is about the robot '{found[0].Robot}'" : "", wouldShow);
    }
}
