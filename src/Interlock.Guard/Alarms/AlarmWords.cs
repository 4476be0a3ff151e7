using System.Globalization;

namespace Interlock.Guard.Alarms;

/// <summary>What each alarm promises, in words.</summary>
internal static class AlarmWords
{
    public static AlarmInfo Info(CusumCalibration cusum) =>
        new(
            AlarmCodes.Cusum,
            CusumAlarm.Name,
            Text($"at most {cusum.FalseAlarmsPerHour:0.###} false alarms per hour at {cusum.RateHz:0.###} Hz, estimated by block bootstrap over calibration episodes"));

    public static AlarmInfo Info(BandRule rule) =>
        new(
            AlarmCodes.Band,
            rule.Name,
            Text($"a normal episode ever leaves the band of {string.Join(" or ", rule.Monitors)} with chance {rule.Alpha:0.###} at most"));

    public static AlarmInfo Info(ConjunctionRule rule) =>
        new(
            AlarmCodes.Conjunction,
            rule.Name,
            Text($"in a normal episode {rule.Novel} and {rule.Confused} are ever both high with chance {rule.Alpha:0.###} at most"));

    public static AlarmInfo Info(EpisodeShiftCalibration shift) =>
        new(
            AlarmCodes.EpisodeShift,
            "episode_shift",
            Text($"fires with chance {shift.Alpha:0.###} at most, over any number of episodes, while they come from the distribution of the demonstrations"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
