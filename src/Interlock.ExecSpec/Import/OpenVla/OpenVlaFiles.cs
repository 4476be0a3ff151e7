using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>Where an OpenVLA checkpoint keeps its statistics, and which of two places counts.</summary>
internal static class OpenVlaFiles
{
    private const string Statistics = "dataset_statistics.json";
    private const string Config = "config.json";

    // The names under which OpenVLA-OFT saves the parts that OpenVLA does not have; a step count and a suffix follow.
    private const string ActionHead = "action_head-";
    private const string StateProjector = "proprio_projector-";

    public static bool HasOftParts(ImportSource source) => HasStateProjector(source) || source.HasFileStarting(ActionHead);

    public static bool HasStateProjector(ImportSource source) => source.HasFileStarting(StateProjector);

    public static bool Recognises(ImportSource source) =>
        source.Candidates(Statistics, Config).Any(file => source.TryJson(file) is { } root && (Holder(root) is not null || IsOpenVlaConfig(root)));

    /// <summary>The entries that the library's evaluation and serving code would use.</summary>
    public static IReadOnlyList<OpenVlaEntry> Entries(ImportSource source, DiagnosticCollector findings)
    {
        (string File, JsonView Holder)[] places =
            [.. source.Candidates(Statistics, Config).Select(file => (file, Holder: source.TryJson(file) is { } root ? Holder(root) : null))
                .Where(place => place.Holder is not null).Select(place => (place.file, place.Holder!.Value))];
        if (places.Length == 0)
        {
            findings.Error(
                ImportCode.NoStatistics,
                "the checkpoint has no statistics: neither norm_stats in config.json nor dataset_statistics.json",
                SourcePlace.OfFile(source.Path),
                "copy dataset_statistics.json of the fine-tuning run into the folder");
            return [];
        }

        source.MarkRead(places[0].File);
        IReadOnlyList<OpenVlaEntry> entries = EntriesOf(places[0].Holder);
        if (places.Length > 1)
        {
            source.MarkRead(places[1].File);
            TwoSources.Report(entries, EntriesOf(places[1].Holder), source.Path, findings);
        }

        return entries;
    }

    private static OpenVlaEntry[] EntriesOf(JsonView holder) =>
        [.. holder.Members(ImportLimits.Entries).Select(member => new OpenVlaEntry(member.Name, member.Value))];

    /// <summary>The object that maps keys to entries: <c>norm_stats</c> of a configuration, or the whole file.</summary>
    private static JsonView? Holder(JsonView root)
    {
        JsonView holder = root.Member("norm_stats") ?? root;
        return holder.FirstMembers(ImportLimits.Entries).Any(member => OpenVlaEntry.HasShape(member.Value)) ? holder : null;
    }

    private static bool IsOpenVlaConfig(JsonView root) => root.Member("model_type")?.Text() == "openvla";
}
