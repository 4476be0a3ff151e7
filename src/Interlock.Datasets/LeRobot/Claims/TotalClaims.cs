using System.Globalization;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.LeRobot.Metadata;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>Compares totals, splits and the episode table with what was read.</summary>
internal static class TotalClaims
{
    public static IEnumerable<DatasetOddity> Check(LeRobotFolder folder, DatasetCensus census) =>
        Totals(folder, census).Concat(Splits(folder.Info, census)).Concat(Episodes(folder, census));

    private static IEnumerable<DatasetOddity> Totals(LeRobotFolder folder, DatasetCensus census)
    {
        (string Name, long? Claimed, long? Found)[] totals =
        [
            ("total_episodes", folder.Info.TotalEpisodes, census.LengthOfEpisode.Count),
            ("total_frames", folder.Info.TotalFrames, census.Frames),
            ("total_tasks", folder.Info.TotalTasks, folder.Tasks?.Count),
        ];
        foreach ((string name, long? claimed, long? found) in totals)
        {
            if (claimed is { } claim && found is { } count && claim != count)
            {
                yield return new DatasetOddity(OddityCodes.TotalsDisagree, $"info.json says {name} = {claim}, the data has {count}");
            }
        }
    }

    private static IEnumerable<DatasetOddity> Splits(LeRobotInfo info, DatasetCensus census)
    {
        foreach ((string name, string range) in info.Splits)
        {
            string[] ends = range.Split(':');
            bool isRange = ends.Length == 2 && long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out _);
            if (!isRange || !long.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out long end))
            {
                yield return new DatasetOddity(
                    OddityCodes.Splits,
                    $"split '{name}' is '{range}', not a range of episodes such as 0:{census.LengthOfEpisode.Count}");
            }
            else if (end > census.LengthOfEpisode.Count)
            {
                yield return new DatasetOddity(
                    OddityCodes.Splits,
                    $"split '{name}' is {range}, the data has {census.LengthOfEpisode.Count} episodes");
            }
        }
    }

    private static IEnumerable<DatasetOddity> Episodes(LeRobotFolder folder, DatasetCensus census)
    {
        if (folder.Episodes is not { } table)
        {
            yield return new DatasetOddity(OddityCodes.EpisodesMissing, "the metadata has no table of episodes");
            yield break;
        }

        foreach ((string what, int[] episodes) in Differences(table, census))
        {
            yield return new DatasetOddity(OddityCodes.EpisodesMissing, $"{episodes.Length} episodes {what}: {List(episodes)}");
        }

        EpisodeRow[] wrong = [.. table.Values.Where(
            row => row.Length is { } length && census.LengthOfEpisode.TryGetValue(row.Index, out int found) && found != length).OrderBy(row => row.Index)];
        if (wrong.Length > 0)
        {
            EpisodeRow first = wrong[0];
            yield return new DatasetOddity(
                OddityCodes.EpisodeLengths,
                $"{wrong.Length} episodes differ in length from the metadata; episode {first.Index} has {census.LengthOfEpisode[first.Index]} rows, the metadata says {first.Length}");
        }
    }

    private static IEnumerable<(string What, int[] Episodes)> Differences(IReadOnlyDictionary<int, EpisodeRow> table, DatasetCensus census)
    {
        int[] withoutData = [.. table.Keys.Where(index => !census.LengthOfEpisode.ContainsKey(index) && table[index].Length != 0).Order()];
        int[] unlisted = [.. census.LengthOfEpisode.Keys.Where(index => !table.ContainsKey(index)).Order()];
        int[] empty = [.. table.Values.Where(row => row.Length == 0).Select(row => row.Index).Order()];
        (string What, int[] Episodes)[] all =
        [
            ("of the metadata have no data", withoutData),
            ("of the data are not in the metadata", unlisted),
            ("are empty by their metadata", empty),
        ];
        return all.Where(difference => difference.Episodes.Length > 0);
    }

    private static string List(int[] episodes)
    {
        const int most = 10;
        return string.Join(", ", episodes.Take(most)) + (episodes.Length > most ? ", …" : "");
    }
}
