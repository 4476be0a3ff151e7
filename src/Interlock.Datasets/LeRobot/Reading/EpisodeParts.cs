using Interlock.Core.Episodes;

namespace Interlock.Datasets.LeRobot.Reading;

/// <summary>Joins the parts of an episode that lies in two data files.</summary>
internal static class EpisodeParts
{
    public static Episode Join(Episode head, Episode tail) => head with
    {
        Length = head.Length + tail.Length,
        Actions = [.. head.Actions, .. tail.Actions],
        States = Join(head.States, tail.States),
        TimestampsS = Join(head.TimestampsS, tail.TimestampsS),
        Success = tail.Success ?? head.Success,
    };

    private static double[]? Join(double[]? head, double[]? tail) => head is null || tail is null ? null : [.. head, .. tail];
}
