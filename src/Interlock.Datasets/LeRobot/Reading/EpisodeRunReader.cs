using Interlock.Datasets.LeRobot.Metadata;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Columns;

namespace Interlock.Datasets.LeRobot.Reading;

/// <summary>
/// Cuts a data file into episodes by its episode_index column, reading ahead of the other columns.
/// Row groups mean nothing: one may hold many episodes, or part of one.
/// </summary>
internal static class EpisodeRunReader
{
    private const int BatchLength = 4096;

    public static IEnumerable<EpisodeRun> Read(ParquetFile file, ParquetColumn column)
    {
        using ColumnReader<double> reader = file.Numbers(column);
        double[] batch = new double[BatchLength];
        double episode = double.NaN;
        long length = 0;
        for (long left = file.RowCount; left > 0;)
        {
            int count = (int)Math.Min(left, BatchLength);
            reader.ReadRows(batch.AsSpan(0, count), width: 1);
            left -= count;
            for (int start = 0; start < count;)
            {
                int same = SameAs(batch.AsSpan(start, count - start));
                if (length > 0 && batch[start] != episode)
                {
                    yield return Run(file, column, episode, length, endsFile: false);
                    length = 0;
                }

                episode = batch[start];
                length += same;
                start += same;
            }
        }

        reader.ExpectEnd();
        if (length > 0)
        {
            yield return Run(file, column, episode, length, endsFile: true);
        }
    }

    /// <summary>How many leading values equal the first; 1 for NaN, which equals nothing.</summary>
    private static int SameAs(ReadOnlySpan<double> values)
    {
        int end = values.IndexOfAnyExcept(values[0]);
        return end switch { < 0 => values.Length, 0 => 1, _ => end };
    }

    private static EpisodeRun Run(ParquetFile file, ParquetColumn column, double episode, long length, bool endsFile) =>
        new(WholeNumber.Of(episode, file.Name, column.Name), length, endsFile);
}
