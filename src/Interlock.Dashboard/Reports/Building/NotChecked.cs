namespace Interlock.Dashboard.Reports.Building;

/// <summary>What a report does not show, in every report.</summary>
internal static class NotChecked
{
    public static IReadOnlyList<string> Sentences { get; } =
    [
        "Every stop in this report is a software stop. It is not a safety-rated function of the robot, and nothing here replaces the robot's own emergency stop.",
        "The report shows what was recorded. It does not show that the robot did what it was told, that its sensors were right, or what happened where nothing was recorded.",
        "Limits were kept on commands as the contract states them. Whether the limits are the right ones for this robot, this place and these people is not judged.",
        "Intervals hold for episodes that are exchangeable with those recorded: the same task, robot, policy and surroundings. They say nothing about others.",
        "Digests say which bytes were read, not who wrote them. Signatures of certificates are checked by 'interlock certify verify', not here.",
    ];
}
