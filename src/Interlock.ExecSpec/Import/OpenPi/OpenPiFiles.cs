using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.Sources;

namespace Interlock.ExecSpec.Import.OpenPi;

/// <summary>Finds <c>norm_stats.json</c> files: the file itself, the folder of one robot, or <c>assets/&lt;asset id&gt;/</c> of a checkpoint.</summary>
internal static class OpenPiFiles
{
    private const string Statistics = "norm_stats.json";
    private const string Assets = "assets";
    private const string Weights = "params";

    /// <summary>An asset id is a name or two names with a slash (a Hub repository); one more level costs nothing.</summary>
    private const int AssetLevels = 3;

    /// <summary>A checkpoint folder counts even without statistics, because that is the case that openpi lets pass.</summary>
    public static bool Recognises(ImportSource source) =>
        Paths(source).Any(path => Root(source, path) is not null) || (source.File is null && HasFolder(source, Assets) && HasFolder(source, Weights));

    /// <summary>Key (asset id) and object <c>norm_stats</c> of each file.</summary>
    public static IReadOnlyList<(string AssetId, JsonView NormStats)> Entries(ImportSource source, DiagnosticCollector findings)
    {
        List<(string AssetId, JsonView NormStats)> entries = [];
        foreach (string path in Paths(source))
        {
            if (entries.Count == ImportLimits.Entries)
            {
                throw new DiagnosticException(ImportCode.TooMuch, $"there are more than {ImportLimits.Entries} asset ids", SourcePlace.OfFile(source.Path));
            }

            if (Root(source, path) is not { } root)
            {
                findings.Error(ImportCode.WrongKind, "there is no object norm_stats with state or actions in it", SourcePlace.OfFile(source.PlaceOf(path)));
                continue;
            }

            source.MarkRead(path);
            entries.Add((AssetId(source, path), root));
        }

        if (entries.Count == 0 && !findings.HasErrors)
        {
            findings.Error(
                ImportCode.NoStatistics,
                "the checkpoint has no statistics (assets/<asset id>/norm_stats.json): openpi logs that and goes on without normalisation",
                SourcePlace.OfFile(source.Path),
                "copy the assets of the training run, or compute the statistics");
        }

        return entries;
    }

    private static JsonView? Root(ImportSource source, string path) =>
        source.TryJson(path)?.Member("norm_stats") is { IsObject: true } stats && (stats.Member("actions") is not null || stats.Member("state") is not null)
            ? stats
            : null;

    private static IEnumerable<string> Paths(ImportSource source)
    {
        if (source.File is { } file)
        {
            return [file];
        }

        IEnumerable<string> own = source.Has(Statistics) ? [Statistics] : [];
        return own.Concat(Below(source, Assets, AssetLevels)).Take(ImportLimits.Entries + 1);
    }

    private static IEnumerable<string> Below(ImportSource source, string folder, int levels) =>
        levels == 0
            ? []
            : source.FolderNames(folder).SelectMany(name =>
            {
                string child = $"{folder}/{name}";
                IEnumerable<string> own = source.Has($"{child}/{Statistics}") ? [$"{child}/{Statistics}"] : [];
                return own.Concat(Below(source, child, levels - 1));
            });

    /// <summary>The folders between <c>assets</c> and the file, also when the user named something below <c>assets</c>.</summary>
    private static string AssetId(ImportSource source, string path)
    {
        string folder = Path.GetDirectoryName(Path.Combine(source.Folder, path))!.Replace('\\', '/');
        int assets = folder.LastIndexOf($"/{Assets}/", StringComparison.Ordinal);
        return assets < 0 ? Path.GetFileName(folder) : folder[(assets + Assets.Length + 2)..];
    }

    private static bool HasFolder(ImportSource source, string name) => Directory.Exists(source.FullPathOf(name));
}
