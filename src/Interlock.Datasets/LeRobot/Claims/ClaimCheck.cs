using Interlock.Datasets.Inspection;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>Everything that the metadata says and the files or the data do not bear out.</summary>
internal static class ClaimCheck
{
    public static IEnumerable<DatasetOddity> Run(LeRobotFolder folder, DatasetCensus census) =>
        [.. LayoutClaims.Check(folder), .. NameClaims.Check(folder), .. TotalClaims.Check(folder, census)];
}
