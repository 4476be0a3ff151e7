using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobotDataset;

/// <summary>Finds the statistics of a dataset. Which files exist decides, not the version that info.json claims.</summary>
internal static class DatasetStatistics
{
    public const string Whole = "stats.json";
    public const string PerEpisode = "episodes_stats.jsonl";
    private const string Meta = "meta/";

    /// <summary>The file to read; null when there is none.</summary>
    public static string? Find(ImportSource source) => source.File is { } file
        ? file is PerEpisode || HasAction(source, file) ? file : null
        : new[] { Meta + Whole, Meta + PerEpisode, Whole, PerEpisode }.FirstOrDefault(path => source.Has(path) && (path.EndsWith(PerEpisode, StringComparison.Ordinal) || HasAction(source, path)));

    public static FeatureStatistics? Read(ImportSource source, string file, DiagnosticCollector findings)
    {
        if (file.EndsWith(PerEpisode, StringComparison.Ordinal))
        {
            return EpisodeStatistics.Read(source, file, findings) is { } whole ? new FeatureStatistics(whole, null, SourcePlace.OfFile(source.PlaceOf(file))) : null;
        }

        source.MarkRead(file);
        JsonView action = source.TryJson(file)!.Value.Member(FeatureShape.ActionKey)!.Value;
        if (StatisticsBlock.Read(action, findings) is { } table)
        {
            return new FeatureStatistics(table, null, action.Place);
        }

        if (!findings.HasErrors)
        {
            findings.Error(LeRobotCodes.StatisticMissing, "the action has no row of statistics", action.Place);
        }

        return null;
    }

    private static bool HasAction(ImportSource source, string file) =>
        source.TryJson(file)?.Member(FeatureShape.ActionKey) is { IsObject: true } action
        && action.FirstMembers(ImportLimits.Entries).Any(member => StatisticRow.IsKnown(member.Name));
}
