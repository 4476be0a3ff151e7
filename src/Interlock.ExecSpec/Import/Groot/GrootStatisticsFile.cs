using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>
/// Statistics of a GR00T checkpoint by embodiment tag. Two shapes occur: <c>experiment_cfg/metadata.json</c> with <c>statistics</c> and
/// <c>modalities</c> below each tag, and the later <c>statistics.json</c> with <c>action</c> directly below it.
/// </summary>
internal static class GrootStatisticsFile
{
    private const string Wrapper = "embodiment_tags";

    private static readonly string[] Paths =
    [
        "experiment_cfg/metadata.json", "metadata.json", "statistics.json", "experiment_cfg/statistics.json", "experiment_cfg/dataset_statistics.json",
    ];

    public static string? Find(ImportSource source) =>
        source.Candidates(Paths).FirstOrDefault(path => source.TryJson(path) is { } root && Below(root).FirstMembers(ImportLimits.Entries).Any(HasShape));

    public static IReadOnlyList<GrootTag> Read(JsonView root) =>
        [.. Below(root).Members(ImportLimits.Entries).Where(HasShape).Select(TagOf)];

    private static JsonView Below(JsonView root) => root.Member(Wrapper) ?? root;

    private static bool HasShape(JsonMember tag) =>
        tag.Value.IsObject
        && Action(tag.Value) is { IsObject: true } action
        && action.FirstMembers(1) is [{ Value: { IsObject: true } group }]
        && group.FirstMembers(ImportLimits.Entries).Any(member => StatisticRow.IsKnown(member.Name));

    private static GrootTag TagOf(JsonMember tag) => new(
        tag.Name,
        Action(tag.Value)!.Value,
        tag.Value.Member("modalities")?.Member("action"),
        tag.Value.Member("relative_action"),
        ClipsOutput: tag.Value.Member("statistics") is null);

    private static JsonView? Action(JsonView tag) => (tag.Member("statistics") ?? tag).Member("action");
}
