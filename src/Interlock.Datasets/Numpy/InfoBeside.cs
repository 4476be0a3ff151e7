using Interlock.Datasets.LeRobot.Metadata;

namespace Interlock.Datasets.Numpy;

/// <summary>The <c>meta/info.json</c> of the LeRobot dataset from which plain arrays were taken.</summary>
internal static class InfoBeside
{
    /// <summary>Looks in the folder itself, then beside it; null when there is none.</summary>
    public static LeRobotInfo? Find(string folder)
    {
        string? above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        string?[] places = [folder, above];
        return places.OfType<string>().FirstOrDefault(InfoReader.IsIn) is { } place ? InfoReader.Read(place) : null;
    }

    /// <summary>
    /// The first <paramref name="count"/> names of a feature, or null when it has fewer: arrays often keep only the leading channels.
    /// </summary>
    public static IReadOnlyList<string>? Names(LeRobotInfo? info, string feature, int count) =>
        info?.Features.GetValueOrDefault(feature)?.Names.Names is { } names && names.Count >= count ? [.. names.Take(count)] : null;
}
