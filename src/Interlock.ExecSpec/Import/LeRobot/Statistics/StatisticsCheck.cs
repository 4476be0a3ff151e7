using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Safetensors;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>What is wrong with the statistics of a normaliser: rows missing, rounded, never filled, of another length than the action.</summary>
internal static class StatisticsCheck
{
    private const int BFloat16Digits = 8;
    private const int HalfDigits = 11;

    public static void Run(Normaliser normaliser, IReadOnlyList<ActionChannel> channels, FeatureStatistics source, DiagnosticCollector findings)
    {
        Rounding(source, findings);
        if (normaliser.Scheme == NormalisationScheme.Identity)
        {
            return;
        }

        if (normaliser.Rows is not var (first, second))
        {
            (string low, string high) = SchemeRows.Of(normaliser);
            findings.Error(
                LeRobotCodes.StatisticMissing,
                $"{EnumWord.Of(normaliser.Scheme)} needs {low} and {high}; the entry has {string.Join(", ", SchemeRows.Present(source.Table))}",
                source.Place,
                "the library raises at the first action");
        }
        else if (first.Concat(second).All(double.IsPositiveInfinity))
        {
            findings.Error(
                LeRobotCodes.NeverFilled,
                "every statistic is infinite: the buffers were never filled",
                source.Place,
                "the checkpoint was saved before its statistics were set; convert or train it again");
        }
        else
        {
            NormaliserCheck.Run(normaliser, channels, source.Place, findings);
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
                $"the statistics have {statistics.Channels} channels and the action {length}",
                place,
                statistics.Channels == config?.PaddedActionLength ? $"{statistics.Channels} is max_action_dim, the padded width inside the network"
                    : statistics.Channels == 1 ? "the library would use the one value for every channel"
                    : null);
        }

        if (statistics.Timesteps > 1 && config?.ChunkLength is { } chunk && chunk != statistics.Timesteps)
        {
            findings.Error(LeRobotCodes.LengthDisagrees, $"the statistics are for {statistics.Timesteps} positions and a chunk has {chunk}", place);
        }
        else if (statistics.Timesteps > 1)
        {
            findings.Info(
                LeRobotCodes.PerTimestep,
                $"there are statistics for each of {statistics.Timesteps} positions in the chunk: an action means something only together with its position",
                place);
        }
    }

    private static void Rounding(FeatureStatistics source, DiagnosticCollector findings)
    {
        if (source.Rounding is { } dtype)
        {
            findings.Warn(
                LeRobotCodes.StatisticsRounded,
                $"the statistics are stored as {dtype}: every number was rounded to {(dtype == SafetensorDtype.BF16 ? BFloat16Digits : HalfDigits)} significant bits",
                source.Place,
                "take them from the dataset or from a float32 copy");
        }
    }
}
