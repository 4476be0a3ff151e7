using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Which array of a store is what, by the names in common use.</summary>
internal sealed record ArraySet(string Actions, string? States, string? EpisodeIds, string? FrameIds, string? Timestamps)
{
    public static readonly string[] ActionNames = ["actions", "action"];

    private static readonly string[] StateNames = ["states", "state", "observation.state", "qpos"];
    private static readonly string[] EpisodeNames = ["episode_ids", "episode_index", "episode_id", "episodes", "episode"];
    private static readonly string[] FrameNames = ["frame_ids", "frame_index", "frame_id", "steps", "step"];
    private static readonly string[] TimeNames = ["timestamps", "timestamp"];

    public static ArraySet Find(IArrayStore store, EpisodeSourceOptions options)
    {
        string actions = Chosen(store, options.ActionKey) ?? Usual(store, ActionNames) ?? Only(store);
        return new ArraySet(
            actions,
            Chosen(store, options.StateKey) ?? Usual(store, StateNames),
            Usual(store, EpisodeNames),
            Usual(store, FrameNames),
            Usual(store, TimeNames));
    }

    private static string? Usual(IArrayStore store, string[] names) => names.FirstOrDefault(store.Names.Contains);

    private static string? Chosen(IArrayStore store, string? name)
    {
        if (name is null || store.Names.Contains(name))
        {
            return name;
        }

        string near = NearestName.Of(name, store.Names) is { } other ? $"did you mean '{other}'?" : $"there are: {Listed(store)}";
        throw new DiagnosticException(FileCode.ChosenKeyMissing, $"There is no array '{name}'", SourcePlace.OfFile(store.Location), near);
    }

    private static string Only(IArrayStore store) => store.Names.Count == 1
        ? store.Names[0]
        : throw new DiagnosticException(
            FileCode.ArrayUnclear,
            store.Names.Count == 0 ? "It holds no array" : $"None of its arrays is called 'actions': {Listed(store)}",
            SourcePlace.OfFile(store.Location),
            "name the array of the actions with the action key");

    private static string Listed(IArrayStore store) =>
        string.Join(", ", store.Names.Take(8)) + (store.Names.Count > 8 ? $", … ({store.Names.Count})" : "");
}
