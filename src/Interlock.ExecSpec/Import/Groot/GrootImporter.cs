using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobot.Channels;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Import.LeRobotDataset;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>GR00T: statistics of a checkpoint by embodiment tag, or of a dataset that <c>modality.json</c> cuts into groups.</summary>
internal sealed class GrootImporter : ISpecImporter
{
    private const int TagsShown = 20;

    public string Ecosystem => "groot";

    public string LooksFor => "experiment_cfg/metadata.json or statistics.json with an embodiment tag, or meta/modality.json with meta/stats.json";

    public bool Recognises(ImportSource source) =>
        GrootStatisticsFile.Find(source) is not null || (DatasetStatistics.Find(source) is not null && ModalityFile.Find(source) is not null);

    public IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings)
    {
        ModalityFile? modality = ModalityFile.Read(source, findings);
        GrootEntryBuilder builder = new(LeRobotContext.NameOf(source.Folder), DatasetInfo.Find(source), request);
        if (findings.HasErrors)
        {
            return [];
        }

        if (GrootStatisticsFile.Find(source) is { } path)
        {
            source.MarkRead(path);
            return Tags(source.TryJson(path)!.Value, modality, builder, request, findings);
        }

        return DatasetStatistics.Find(source) is { } flat && modality is not null
            ? Dataset(source, flat, modality, builder, findings)
            : throw new DiagnosticException(GrootCode.GroupsDiffer, "there are no statistics by embodiment tag and no modality.json", SourcePlace.OfFile(source.Path), $"looked for {LooksFor}");
    }

    private static IReadOnlyList<ImportedEntry> Tags(
        JsonView root, ModalityFile? modality, GrootEntryBuilder builder, ImportRequest request, DiagnosticCollector findings)
    {
        IReadOnlyList<GrootTag> tags = GrootStatisticsFile.Read(root);
        if (request.Key is { } wanted && tags.All(tag => tag.Tag != wanted))
        {
            findings.Error(
                GrootCode.TagMissing,
                $"the checkpoint has no statistics for the embodiment {Quoted.Of(wanted)}, only for {string.Join(", ", tags.Take(TagsShown).Select(tag => Quoted.Of(tag.Tag)))}",
                SourcePlace.OfFile(root.File.Place),
                "a checkpoint ships the statistics of the embodiments that it was fine-tuned on");
        }

        return [.. tags.Select(tag => builder.Build(tag, modality))];
    }

    private static ImportedEntry[] Dataset(ImportSource source, string path, ModalityFile modality, GrootEntryBuilder builder, DiagnosticCollector findings)
    {
        if (DatasetStatistics.Read(source, path, findings) is not FeatureStatistics { Table: { Timesteps: 1 } table } statistics)
        {
            if (!findings.HasErrors)
            {
                findings.Error(GrootCode.GroupsDiffer, "statistics per position in a chunk cannot be cut into groups", SourcePlace.OfFile(source.PlaceOf(path)));
            }

            return [];
        }

        modality.RequireCover(table.Channels, findings);
        return findings.HasErrors
            ? []
            : [builder.Build(FeatureShape.ActionKey, ActionGroups.Of(table, modality), clipsOutput: false, statistics.Place, new DiagnosticCollector())];
    }
}
