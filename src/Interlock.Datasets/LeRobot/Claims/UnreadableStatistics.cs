using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Inspection.Checks;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>Says that the published statistics could not be compared. The data can be read without them.</summary>
internal sealed class UnreadableStatistics(Diagnostic why) : IEpisodeCheck
{
    public void See(Episode episode)
    {
    }

    public IEnumerable<DatasetOddity> Findings() =>
        [new DatasetOddity(OddityCodes.StatisticsUnreadable, $"the statistics in stats.json are not usable: {why.Place?.Key} {why.Message}")];
}
