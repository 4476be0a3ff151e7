using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>What no recording can show: a person stood at the robot and tried it.</summary>
internal static class PersonLines
{
    public static ReadinessLine HardwareStop(IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence, DateOnly? today) =>
        Of("emergency_stop", "The robot's own emergency stop was tried by a person", episodes, evidence, today);

    public static ReadinessLine Deadman(IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence, DateOnly? today) =>
        Of("deadman", "The deadman switch was tried by a person", episodes, evidence, today);

    private static ReadinessLine Of(string subject, string title, IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence, DateOnly? today)
    {
        string wouldShow = $"an entry '{subject}' with name, date and statement in a file *.ack.yaml beside the recordings (docs/report.md)";
        string?[] robots = [.. episodes.Select(episode => episode.Robot).Distinct()];
        Acknowledgement[] found = [.. evidence.Acknowledgements.Where(each => each.Subject == subject)];
        Acknowledgement? fitting = found.FirstOrDefault(each => IsOfThese(each) && !IsLater(each));
        if (fitting is not null)
        {
            return ReadinessLine.Shown(subject, title, $"{fitting.Name}, {fitting.Date}: {fitting.Statement} ({fitting.File}); a statement of a person, not checked by the software");
        }

        string why = found.Length == 0 ? "" : IsOfThese(found[0]) ? $"the date in {found[0].File}, {found[0].Date}, is yet to come" : $"{found[0].File} is about the robot '{found[0].Robot}'";
        return ReadinessLine.NotShown(subject, title, why, wouldShow);

        bool IsOfThese(Acknowledgement each) => each.Robot is null || robots.All(robot => robot == each.Robot);

        // One day of grace: where the person was it may already have been tomorrow.
        bool IsLater(Acknowledgement each) => today is { } now && DateOnly.ParseExact(each.Date, AcknowledgementFile.DateFormat, CultureInfo.InvariantCulture) > now.AddDays(1);
    }
}
