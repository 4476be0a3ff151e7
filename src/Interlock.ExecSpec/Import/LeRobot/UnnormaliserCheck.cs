using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Statistics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>What is wrong with the statistics of an unnormaliser: rows missing, rounded, not finite, of another length than the action.</summary>
internal static class UnnormaliserCheck
{
    public static void Rows(NormalisationMode mode, FeatureStatistics source, DiagnosticCollector findings)
    {
        string[] missing = [.. mode.Rows.Where(row => !source.Rows.ContainsKey(row))];
        if (missing.Length > 0)
        {
            findings.Error(
                LeRobotCodes.StatisticMissing,
                $"{mode.Word} needs {string.Join(" and ", missing)}; there {(source.Rows.Count == 1 ? "is" : "are")} {string.Join(", ", source.Rows.Keys.Order(StringComparer.Ordinal))}",
                source.Place,
                "the library refuses to run such a checkpoint");
        }
    }

    public static void Rounding(FeatureStatistics source, DiagnosticCollector findings)
    {
        if (source.Rows.Values.FirstOrDefault(row => row.IsRounded) is { } rounded)
        {
            findings.Warn(
                LeRobotCodes.StatisticsRounded,
                $"statistics are stored as {rounded.Dtype}: every number was rounded to {(rounded.Dtype == Safetensors.SafetensorDtype.BF16 ? "8" : "11")} significant bits",
                source.Place,
                "take the statistics from the dataset or from a float32 copy");
        }
    }

    public static void Finite(Normaliser normaliser, SourcePlace place, DiagnosticCollector findings)
    {
        if (normaliser.Rows is not var (first, second) || normaliser.Statistics is not { } table)
        {
            return;
        }

        int[] bad = [.. Enumerable.Range(0, first.Count).Where(i => !double.IsFinite(first[i]) || !double.IsFinite(second[i])).Select(i => i % table.Channels).Distinct()];
        if (bad.Length > 0)
        {
            bool uninitialised = first.Concat(second).All(double.IsPositiveInfinity);
            findings.Error(
                LeRobotCodes.NotFinite,
                uninitialised ? "every statistic is infinite: the buffers were never filled" : $"statistics of channel {string.Join(", ", bad)} are not finite",
                place,
                "train or convert with the statistics of the dataset");
        }
    }

    /// <param name="statistics">The table.</param>
    /// <param name="action">Elements of the action; null when nothing says.</param>
    /// <param name="config">The policy; null when there is none.</param>
    /// <param name="place">Where the table stands.</param>
    /// <param name="findings">Receives the findings.</param>
    public static void Length(ActionStatistics statistics, int? action, PolicyConfig? config, SourcePlace place, DiagnosticCollector findings)
    {
        if (action is { } length && statistics.Channels != length)
        {
            findings.Error(
                LeRobotCodes.LengthDisagrees,
                $"statistics have {statistics.Channels} channels, the action has {length}",
                place,
                statistics.Channels == config?.PaddedActionLength ? $"{statistics.Channels} is the padded width inside the network (max_action_dim)" : null);
        }

        if (statistics.Timesteps > 1)
        {
            PerTimestep(statistics, config, place, findings);
        }
    }

    private static void PerTimestep(ActionStatistics statistics, PolicyConfig? config, SourcePlace place, DiagnosticCollector findings)
    {
        if (config?.ChunkLength is { } chunk && chunk != statistics.Timesteps)
        {
            findings.Error(LeRobotCodes.LengthDisagrees, $"statistics are kept for {statistics.Timesteps} positions, a chunk has {chunk}", place);
            return;
        }

        findings.Info(
            LeRobotCodes.PerTimestep,
            $"statistics are kept per position in the chunk, {statistics.Timesteps} of them: an action means something only together with its position",
            place);
    }
}
