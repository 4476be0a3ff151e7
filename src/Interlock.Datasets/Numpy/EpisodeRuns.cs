using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Stretches of equal episode numbers, read in small blocks.</summary>
internal static class EpisodeRuns
{
    private const int BlockRows = 4096;

    /// <summary>Number and length of each episode. An episode whose rows are not together is an error.</summary>
    public static IEnumerable<(int Index, long Length)> Read(NpyRows ids)
    {
        HashSet<int> seen = [];
        double[] block = new double[BlockRows];
        int? current = null;
        long length = 0;
        for (long row = 0; row < ids.Header.ElementCount; row += BlockRows)
        {
            int count = (int)Math.Min(BlockRows, ids.Header.ElementCount - row);
            ids.Read(block.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                int id = WholeNumber(block[i], row + i, ids.Place);
                if (id != current)
                {
                    if (current is { } finished)
                    {
                        yield return (finished, length);
                    }

                    RequireNew(seen.Add(id), id, row + i, ids.Place);
                    current = id;
                    length = 0;
                }

                length++;
            }
        }

        if (current is { } last)
        {
            yield return (last, length);
        }
    }

    private static int WholeNumber(double value, long row, SourcePlace place) =>
        value is >= 0 and <= int.MaxValue && Math.Floor(value) == value
            ? (int)value
            : throw new DiagnosticException(
                FileCode.ArrayLength,
                $"{value} is not an episode number",
                place with { Key = $"row {row}" },
                "episode numbers are whole numbers from 0");

    private static void RequireNew(bool isNew, int id, long row, SourcePlace place)
    {
        if (!isNew)
        {
            throw new DiagnosticException(
                FileCode.EpisodeSplit,
                $"Episode {id} comes back after other episodes",
                place with { Key = $"row {row}" },
                "sort the rows by episode and step");
        }
    }
}
