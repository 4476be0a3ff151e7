using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>
/// A fine-tuned checkpoint has statistics in <c>dataset_statistics.json</c> and often the base model's in <c>config.json</c>. Evaluation
/// and serving code puts the first in place of the second; code that loads the model from a hub never sees the first.
/// </summary>
internal static class TwoSources
{
    public static void Report(IReadOnlyList<OpenVlaEntry> used, IReadOnlyList<OpenVlaEntry> unused, string path, DiagnosticCollector findings)
    {
        Dictionary<string, OpenVlaEntry> others = unused.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        string[] different = [.. used.Where(entry => others.TryGetValue(entry.Key, out OpenVlaEntry other) && !Same(entry, other)).Select(entry => entry.Key)];
        if (different.Length > 0)
        {
            findings.Warn(
                OpenVlaCode.TwoSources,
                $"dataset_statistics.json and config.json have different statistics for {Quoted.Of(different[0])}; those of dataset_statistics.json are used, code that loads the model from a hub uses the others",
                SourcePlace.OfFile(path),
                "make the two equal");
        }
        else if (unused.Any(entry => used.All(own => own.Key != entry.Key)))
        {
            findings.Info(
                OpenVlaCode.TwoSources,
                $"config.json has {unused.Count} entries too; those of dataset_statistics.json take their place",
                SourcePlace.OfFile(path));
        }
    }

    private static bool Same(OpenVlaEntry one, OpenVlaEntry other) => Rows(one).SequenceEqual(Rows(other));

    private static IEnumerable<double> Rows(OpenVlaEntry entry)
    {
        ActionStatistics? statistics = entry.Value.Member("action") is { } block ? StatisticsBlock.Read(block, new DiagnosticCollector()) : null;
        return [.. statistics?.Quantiles.SelectMany(row => row.Values) ?? [], .. statistics?.Min ?? [], .. statistics?.Max ?? []];
    }
}
