using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobot.Channels;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Import.Sources;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobotDataset;

/// <summary>Statistics of a LeRobot dataset, v2.0 to v3.0: what a policy that is trained on it will decode with.</summary>
internal sealed class LeRobotDatasetImporter : ISpecImporter
{
    public string Ecosystem => "lerobot-dataset";

    public string LooksFor => $"a folder with meta/info.json and meta/{DatasetStatistics.Whole} or meta/{DatasetStatistics.PerEpisode}, or that file";

    public bool Recognises(ImportSource source) => DatasetStatistics.Find(source) is not null;

    public IReadOnlyList<ImportedEntry> Import(ImportSource source, ImportRequest request, DiagnosticCollector findings)
    {
        string file = DatasetStatistics.Find(source)
            ?? throw new DiagnosticException(LeRobotCodes.Incomplete, "there are no statistics of actions", SourcePlace.OfFile(source.Path), $"looked for {LooksFor}");
        DatasetInfo? info = DatasetInfo.Find(source);
        FeatureStatistics? statistics = DatasetStatistics.Read(source, file, findings);
        if (statistics is null || DatasetMode.Of(request, statistics.Table, statistics.Place, findings) is not { } mode)
        {
            return [];
        }

        DiagnosticCollector own = new();
        ReportQuantiles(mode, statistics, own);
        LeRobotContext context = new()
        {
            Request = request,
            Place = statistics.Place,
            Name = NameOf(source),
            Info = info,
            ActionLength = info?.ActionLength,
        };
        Normaliser normaliser = ActionMode.Normaliser(FeatureShape.ActionKey, mode, statistics.Table, LibraryArithmetic.LeRobot(mode.Scheme));
        return [new ImportedEntry(FeatureShape.ActionKey, LeRobotSpecBuilder.Build(context, normaliser, statistics, null, own), own.Items)];
    }

    private static void ReportQuantiles(NormalisationMode mode, FeatureStatistics statistics, DiagnosticCollector findings)
    {
        if (mode.Scheme == NormalisationScheme.Quantile)
        {
            findings.Info(
                LeRobotCodes.QuantilesAggregated,
                "quantiles of a whole dataset were averaged over episodes until LeRobot's correction, and are envelopes since: neither is a quantile of all frames",
                statistics.Place,
                "recompute them from the frames if the policy has not been trained yet");
        }
    }

    private static string NameOf(ImportSource source) =>
        LeRobotContext.NameOf(source.File is not null && Path.GetFileName(source.Folder) == "meta" ? Path.GetDirectoryName(source.Folder)! : source.Folder);
}
