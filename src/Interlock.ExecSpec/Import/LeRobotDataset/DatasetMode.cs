using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobotDataset;

/// <summary>Which scheme a policy makes of a dataset's statistics: the dataset cannot say, so it has to be stated.</summary>
internal static class DatasetMode
{
    private const double Middle = 0.5;

    public static NormalisationMode? Of(ImportRequest request, ActionStatistics statistics, SourcePlace place, DiagnosticCollector findings)
    {
        NormalisationMode? byType = request.Family is { } family ? PolicyDefaults.Find(family) : null;
        if (request.Family is { } unknown && byType is null)
        {
            findings.Error(LeRobotCodes.SchemeNotStated, $"{Quoted.Of(unknown)} is no policy type with a known default", place, $"known are {PolicyDefaults.Types}");
            return null;
        }

        if ((request.Scheme is null ? byType?.Scheme : SchemeChoice.Of(byType?.Scheme, request, place, findings)) is { } scheme)
        {
            return Pair(NormalisationMode.Of(scheme), statistics);
        }

        findings.Error(
            LeRobotCodes.SchemeNotStated,
            "a dataset has statistics for several schemes and does not say which one a policy uses",
            place,
            $"state --scheme (quantile, min_max, mean_std), or --family ({PolicyDefaults.Types})");
        return null;
    }

    /// <summary>Some sets have q02 and q98 in place of q01 and q99: then the outermost pair that mirrors at the median is taken.</summary>
    private static NormalisationMode Pair(NormalisationMode mode, ActionStatistics statistics)
    {
        double[] levels = [.. statistics.Quantiles.Select(row => row.Level)];
        if (mode.Scheme != NormalisationScheme.Quantile || levels.Contains(mode.Low!.Value) || levels.Contains(mode.High!.Value))
        {
            return mode;
        }

        return levels is [var low, .., var high] && low < Middle && Math.Round(low + high, 2) == 1
            ? mode with { Word = $"q{low * 100:00}/q{high * 100:00}", Low = low, High = high }
            : mode;
    }
}
