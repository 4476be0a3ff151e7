using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot.Channels;

/// <summary>
/// Says that a unit is not stated, and what the size of the numbers tells about it. LeRobot keeps the choice between degrees and hundredths
/// of the range in the configuration of the robot (<c>use_degrees</c>), not in the checkpoint and not in the dataset.
/// </summary>
internal static class UnitCheck
{
    /// <summary>End of a range in hundredths; a joint is clamped there.</summary>
    private const double RangeEnd = 100;

    /// <summary>Twice a turn: no joint in radians goes further.</summary>
    private const double MostRadians = 4 * Math.PI;

    private const string OldNamePrefix = "main_";

    public static void Report(IReadOnlyList<ActionChannel> channels, ActionStatistics? statistics, SourcePlace place, DiagnosticCollector findings)
    {
        if (channels.Any(channel => channel.Name.StartsWith(OldNamePrefix, StringComparison.Ordinal)))
        {
            findings.Warn(
                LeRobotCodes.UnitHistory,
                $"names begin with '{OldNamePrefix}': recorded before LeRobot's change of units, in degrees and with another zero for shoulder_lift and elbow_flex",
                place,
                "a robot driver of today reads the same numbers as another pose; convert the dataset and train again");
        }

        int[] open = [.. Enumerable.Range(0, channels.Count).Where(i => channels[i].Role == ChannelRole.Joint && channels[i].Unit == ChannelUnit.None)];
        if (open.Length > 0)
        {
            findings.Warn(
                LeRobotCodes.UnitNotStated,
                $"the unit of {Naming(channels, open)} is not stated: {Evidence(Extremes(statistics, open))}",
                place,
                "state it: --unit deg, --unit percent or --unit rad (use_degrees in the robot's configuration decides)");
        }
    }

    private static string Evidence(double? largest) => largest switch
    {
        null => "there are no statistics to tell from",
        > RangeEnd => $"statistics reach {ShortNumber.Of(largest.Value)}, so it cannot be percent of the range",
        RangeEnd => "statistics end at exactly 100, where percent of the range is clamped",
        > MostRadians => $"statistics reach {ShortNumber.Of(largest.Value)}, which may be degrees as well as percent of the range",
        _ => $"statistics reach {ShortNumber.Of(largest.Value)}, which may be radians, degrees or percent of the range",
    };

    private static double? Extremes(ActionStatistics? statistics, int[] channels)
    {
        IReadOnlyList<double>?[] rows = [statistics?.Min, statistics?.Max, statistics?.Mean, .. statistics?.Quantiles.Select(row => row.Values) ?? []];
        double[] sizes =
        [
            .. rows.OfType<IReadOnlyList<double>>()
                .SelectMany(row => channels.Where(i => i < row.Count).Select(i => Math.Abs(row[i])))
                .Where(double.IsFinite),
        ];
        return sizes.Length == 0 ? null : sizes.Max();
    }

    private static string Naming(IReadOnlyList<ActionChannel> channels, int[] open) =>
        open.Length == 1 ? Quoted.Of(channels[open[0]].Name) : $"{Quoted.Of(channels[open[0]].Name)} and {open.Length - 1} more";
}
