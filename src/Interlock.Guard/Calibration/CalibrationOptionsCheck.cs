using Interlock.Core.Diagnostics;

namespace Interlock.Guard.Calibration;

/// <summary>Refuses options that mean nothing before any data is read.</summary>
internal static class CalibrationOptionsCheck
{
    private const double SumTolerance = 1e-9;

    public static void Check(CalibrationOptions options)
    {
        DiagnosticCollector findings = new();
        Require(findings, IsOpenUnit(options.Alpha), "alpha", options.Alpha, "strictly between 0 and 1");
        Require(findings, options.VelocityPercentile is > 0 and <= 100, "velocity_percentile", options.VelocityPercentile, "above 0 and at most 100");
        Require(
            findings,
            options.VelocityExceedance is not { } rate || IsOpenUnit(rate),
            "velocity_exceedance",
            options.VelocityExceedance ?? 0,
            "strictly between 0 and 1");
        Require(
            findings,
            options.RateHz is not { } hertz || (hertz > 0 && double.IsFinite(hertz)),
            "rate_hz",
            options.RateHz ?? 0,
            "a positive number");
        Require(
            findings,
            options.MinimumEpisodes >= CalibrationOptions.SmallestMinimumEpisodes,
            "minimum_episodes",
            options.MinimumEpisodes,
            "3 or more, one for each part of the split");
        CheckFractions(findings, options.Fractions);
        CheckAlarms(findings, options);
        findings.ThrowIfErrors();
    }

    private static void CheckFractions(DiagnosticCollector findings, EpisodeFractions fractions)
    {
        double[] parts = [fractions.Fit, fractions.Calibration, fractions.Holdout];
        Require(findings, Array.TrueForAll(parts, IsOpenUnit), "fractions", parts.Min(), "positive for every part");
        Require(findings, Math.Abs(parts.Sum() - 1) <= SumTolerance, "fractions", parts.Sum(), "1 in sum");
    }

    private static void CheckAlarms(DiagnosticCollector findings, CalibrationOptions options)
    {
        Require(
            findings,
            options.Alarms.FalseAlarmsPerHour is > 0 and < double.PositiveInfinity,
            "false_alarms_per_hour",
            options.Alarms.FalseAlarmsPerHour,
            "a positive number");
        Require(
            findings,
            options.Alarms.EpisodeAlpha is not { } band || IsOpenUnit(band),
            "alarm_alpha",
            options.Alarms.EpisodeAlpha ?? 0,
            "strictly between 0 and 1");
        Require(findings, IsOpenUnit(options.Alarms.ShiftAlpha), "shift_alpha", options.Alarms.ShiftAlpha, "strictly between 0 and 1");
        Require(findings, options.Alarms.WindowSteps > 0, "window_steps", options.Alarms.WindowSteps, "1 step or more");
    }

    private static bool IsOpenUnit(double value) => value is > 0 and < 1;

    private static void Require(DiagnosticCollector findings, bool holds, string key, double value, string expected)
    {
        if (!holds)
        {
            findings.Error(CalibrationCodes.OptionOutOfRange, $"{key} is {value} and has to be {expected}", new SourcePlace(null, Key: key));
        }
    }
}
