using Interlock.Core.Diagnostics;
using Interlock.Datasets.Inspection.Checks;
using Interlock.Datasets.LeRobot.Channels;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>The checks that the published statistics of a dataset allow.</summary>
internal static class StatisticsChecks
{
    public static IReadOnlyList<IEpisodeCheck> For(LeRobotFolder folder)
    {
        try
        {
            return VectorStatistics.Read(folder.Path, folder.Action) is { } published
                ? [new ExtremesCheck(folder.Action, published), new QuantileCheck(folder.Action, published)]
                : [];
        }
        catch (DiagnosticException problem)
        {
            return [new UnreadableStatistics(problem.Diagnostics[0])];
        }
    }
}
