using Interlock.Core.Episodes;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Writing.Tables;

/// <summary>An episode as columns: one per channel, named so that our own csv reader finds actions, states and the rest.</summary>
internal static class EpisodeColumns
{
    public static TableColumn[] Of(WrittenEpisode written, int number, EpisodeSourceDescription description)
    {
        Episode episode = written.Episode;
        List<TableColumn> columns =
        [
            TableColumn.Whole("episode_index", Filled(episode.Length, number)),
            TableColumn.Whole("frame_index", [.. Enumerable.Range(0, episode.Length).Select(i => (double)i)]),
            TableColumn.Number("timestamp", PhysicalType.Double, Times(episode, description.RateHz!.Value)),
            TableColumn.Text("task", [.. Enumerable.Repeat(episode.Task ?? "", episode.Length)]),
        ];
        if (episode.Success is { } success)
        {
            columns.Add(TableColumn.Flags("success", Enumerable.Repeat(success, episode.Length)));
        }

        columns.AddRange(Channels("action", description.ActionChannels, episode.Actions));
        columns.AddRange(Channels("observation.state", description.StateChannels, episode.States ?? []));
        if (written.Interventions is { } interventions)
        {
            columns.Add(TableColumn.Flags("intervention", interventions));
        }

        columns.AddRange(written.Texts.Select(text => TableColumn.Text(text.Name, text.Values)));
        columns.AddRange(written.Numbers.Select(number => TableColumn.Number(number.Name, PhysicalType.Double, number.Values)));
        return [.. columns];
    }

    private static double[] Times(Episode episode, double rateHz) =>
        episode.TimestampsS ?? [.. Enumerable.Range(0, episode.Length).Select(i => i / rateHz)];

    private static IEnumerable<TableColumn> Channels(string prefix, IReadOnlyList<string> names, double[] values) =>
        names.Select((name, channel) => TableColumn.Number(
            $"{prefix}.{name}",
            PhysicalType.Double,
            [.. Enumerable.Range(0, values.Length / names.Count).Select(row => values[(row * names.Count) + channel])]));

    private static double[] Filled(int count, double value)
    {
        double[] values = new double[count];
        values.AsSpan().Fill(value);
        return values;
    }
}
