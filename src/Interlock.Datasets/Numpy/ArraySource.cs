using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.LeRobot.Metadata;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Episodes from an action array and the arrays beside it.</summary>
internal sealed class ArraySource : ITimedSource
{
    private readonly IArrayStore _store;
    private readonly ArraySet _set;

    public ArraySource(IArrayStore store, EpisodeSourceOptions options, LeRobotInfo? info = null)
    {
        _store = store;
        _set = ArraySet.Find(store, options);
        using ArrayReaders readers = ArrayReaders.Open(store, _set);
        Description = Describe(readers, options, info);
    }

    public EpisodeSourceDescription Description { get; }

    public IEnumerable<Episode> ReadEpisodes()
    {
        using ArrayReaders readers = ArrayReaders.Open(_store, _set);
        foreach ((int index, long length) in Boundaries(readers))
        {
            ChannelNames.RequireSize(
                length, Math.Max(readers.Actions.Layout.Columns, readers.States?.Layout.Columns ?? 0), readers.Actions.Place);
            yield return readers.ReadEpisode(index, (int)length);
        }
    }

    public IReadOnlyList<double> FirstTimestampsS(int most)
    {
        using ArrayReaders readers = ArrayReaders.Open(_store, _set);
        (_, long length) = readers.HasTimestamps ? Boundaries(readers).FirstOrDefault() : default;
        return readers.ReadTimestampsS((int)Math.Min(length, most));
    }

    private static IEnumerable<(int Index, long Length)> Boundaries(ArrayReaders readers)
    {
        if (readers.EpisodeIds is { } ids)
        {
            return EpisodeRuns.Read(ids);
        }

        NpyLayout layout = readers.Actions.Layout;
        return Enumerable.Range(0, (int)(layout.Episodes ?? 1)).Select(index => (index, layout.RowsPerEpisode));
    }

    private EpisodeSourceDescription Describe(ArrayReaders readers, EpisodeSourceOptions options, LeRobotInfo? info)
    {
        SourcePlace place = SourcePlace.OfFile(_store.Location);
        int columns = readers.Actions.Layout.Columns;
        IReadOnlyList<string> actions = InfoBeside.Names(info, "action", columns) ?? ChannelNames.Invent("action", columns);
        int stateColumns = readers.States?.Layout.Columns ?? 0;
        IReadOnlyList<string> states = InfoBeside.Names(info, "observation.state", stateColumns) ?? ChannelNames.Invent("state", stateColumns);
        ChannelNames.RequireUnique(actions, place);
        ChannelNames.RequireUnique(states, place);
        return new EpisodeSourceDescription
        {
            Location = _store.Location,
            Format = _store.Format,
            Version = readers.Actions.Header.Version,
            RateHz = options.RateHz ?? info?.RateHz,
            ActionChannels = actions,
            ActionUnits = ChannelNames.NoUnits(columns),
            StateChannels = states,
            RobotType = info?.RobotType,
        };
    }
}
