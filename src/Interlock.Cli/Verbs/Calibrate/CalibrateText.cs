using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Holdout;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>A calibration for people: what is promised, what was measured on unseen episodes, the limits, the files.</summary>
internal static class CalibrateText
{
    public static void Write(TextWriter output, string path, CalibrationOutcome outcome, string contract, string calibration)
    {
        CalibrationReport report = outcome.Report;
        output.WriteLine($"{path}: {report.FitEpisodes} episodes fit, {report.CalibrationEpisodes} calibrate, {report.HoldoutEpisodes} held out");
        output.WriteLine();
        output.WriteLine(report.Coverage.Words + ".");
        output.WriteLine($"  held-out coverage    {Percent(report.HoldoutCoverage)}");
        output.WriteLine($"  rate limit exceeded  {Percent(report.HoldoutVelocityExceedance)} of held-out steps, any channel");
        output.WriteLine($"  against 4 sigma      {FourSigma(report.FourSigma)}");
        WriteChannels(output, report);
        WriteClaims(output, report);
        output.WriteLine();
        output.WriteLine($"Wrote {contract} and {calibration}; try: interlock replay {path} --contract {contract}");
    }

    private static void WriteChannels(TextWriter output, CalibrationReport report)
    {
        int width = Math.Max(7, report.Channels.Max(channel => channel.Name.Length));
        output.WriteLine();
        output.WriteLine($"{"channel".PadRight(width)}  {"min",10}  {"max",10}  {"max_step",9}  unit");
        foreach (ChannelReport channel in report.Channels)
        {
            string kind = channel.Kind == default ? string.Empty : $"  ({channel.Kind.ToString().ToLowerInvariant()})";
            output.WriteLine(
                $"{channel.Name.PadRight(width)}  {Number(channel.Min),10}  {Number(channel.Max),10}  {Number(channel.MaxStep),9}  {channel.Unit}{kind}".TrimEnd());
        }
    }

    private static void WriteClaims(TextWriter output, CalibrationReport report)
    {
        output.WriteLine();
        foreach (ClaimReport claim in report.Claims)
        {
            string claimed = claim.Claimed is { } number ? $"claimed {number:0.####}, " : string.Empty;
            string achieved = double.IsNaN(claim.Achieved) ? "not measured" : $"achieved {claim.Achieved:0.####} [{claim.Interval.Low:0.####}, {claim.Interval.High:0.####}]";
            output.WriteLine($"{claim.Name}: {claimed}{achieved} {claim.Unit}");
            output.WriteLine($"  {claim.Words}");
        }
    }

    private static string FourSigma(FourSigmaComparison comparison)
    {
        double ratio = comparison.MeanWidthRatio;
        string width = double.IsNaN(ratio) ? "no moving channel" : ratio <= 1 ? $"{1 - ratio:P0} tighter" : $"{ratio - 1:P0} wider";
        return $"{width}; the heuristic covers {Percent(comparison.HeuristicCoverage)}";
    }

    private static string Percent(Proportion proportion) => proportion.Episodes == 0
        ? "not measured (no held-out episode)"
        : $"{proportion.Value:P1} [{proportion.Interval.Low:P1}, {proportion.Interval.High:P1}], n = {proportion.Episodes} episodes";

    private static string Number(double? value) => value is { } number ? $"{number:0.####}" : "-";
}
