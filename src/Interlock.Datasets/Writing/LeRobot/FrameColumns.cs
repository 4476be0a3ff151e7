using Interlock.Core.Episodes;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing.LeRobot;

/// <summary>The frames of an episode as LeRobot's columns. Actions and states keep all their bits (float64); time is that of the format, frame over rate.</summary>
internal static class FrameColumns
{
    /// <param name="written">The episode.</param>
    /// <param name="number">Its number in the dataset.</param>
    /// <param name="firstIndex">Frames before it.</param>
    /// <param name="task">Number of its task.</param>
    /// <param name="rateHz">Rate of the dataset.</param>
    public static TableColumn[] Of(WrittenEpisode written, int number, long firstIndex, int task, double rateHz)
    {
        Episode episode = written.Episode;
        int length = episode.Length;
        List<TableColumn> columns = [TableColumn.Vectors("action", PhysicalType.Double, episode.ActionDimension, episode.Actions)];
        if (episode.States is { } states)
        {
            columns.Add(TableColumn.Vectors("observation.state", PhysicalType.Double, episode.StateDimension, states));
        }

        columns.Add(TableColumn.Flags("intervention", written.Interventions ?? new bool[length]));
        columns.Add(TableColumn.Flags("next.done", Enumerable.Range(0, length).Select(i => i == length - 1)));
        columns.Add(TableColumn.Flags("next.success", Enumerable.Range(0, length).Select(i => i == length - 1 && episode.Success == true)));
        columns.Add(TableColumn.Number("timestamp", PhysicalType.Float, Numbers(length, i => (float)(i / rateHz))));
        columns.Add(TableColumn.Whole("frame_index", Numbers(length, i => i)));
        columns.Add(TableColumn.Whole("episode_index", Numbers(length, _ => number)));
        columns.Add(TableColumn.Whole("index", Numbers(length, i => firstIndex + i)));
        columns.Add(TableColumn.Whole("task_index", Numbers(length, _ => task)));
        return [.. columns.Where(column => column.Name != "next.success" || episode.Success is not null)];
    }

    private static double[] Numbers(int length, Func<int, double> value) => [.. Enumerable.Range(0, length).Select(value)];
}
