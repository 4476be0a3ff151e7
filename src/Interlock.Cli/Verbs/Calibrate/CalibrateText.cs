using Interlock.Cli.Output;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Holdout;
using Interlock.Guard.Calibration.Report;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>A calibration for people: what is promised, what was measured on unseen episodes, the limits, the files.</summary>
internal sealed class CalibrateText(VerbHost host, CalibrationReport report)
{
    /// <summary>Claims that have lines of their own above the others.</summary>
    private static readonly string[] ShownAbove = ["coverage", "velocity_exceedance"];

    public void Write(string path, string contract, string calibration)
    {
        Line($"{path}: {report.FitEpisodes} episodes to fit, {report.CalibrationEpisodes} to calibrate, {report.HoldoutEpisodes} held out");
        Line(string.Empty);
        Line($"{report.Coverage.Words}.");
        Line(string.Empty);
        WriteChannels();
        Line(string.Empty);
        WriteHoldout();
        WriteAlarms();
        Line(string.Empty);
        Line($"Wrote {contract} and {calibration}. Try: interlock replay {path} --contract {contract}");
    }

    private void WriteChannels()
    {
        TextTable table = new("channel", "min", "max", "max_step", "unit", "kind");
        foreach (ChannelReport channel in report.Channels)
        {
            string kind = channel.Kind == ChannelKind.Moving ? string.Empty : Words(channel.Kind);
            table.Add(channel.Name, PlainNumber.Of(channel.Min), PlainNumber.Of(channel.Max), PlainNumber.Of(channel.MaxStep), channel.Unit, kind);
        }

        table.Write(host.Out, host.Width);
    }

    private void WriteHoldout()
    {
        if (report.HoldoutEpisodes == 0)
        {
            Line("Not measured: no episode is held out.");
            return;
        }

        Line($"Measured on {Count(report.HoldoutEpisodes, "held-out episode")}, 95 % interval in brackets:");
        string what = report.Coverage.Guarantee == CoverageGuarantee.Step ? "steps" : "episodes";
        string claim = report.Coverage.Guaranteed ? $"; claimed {1 - report.Coverage.Alpha:0.####}" : string.Empty;
        Item($"held-out coverage: {Percent(report.HoldoutCoverage)} of {what} inside the bounds{claim}");
        Item($"rate limits: {Percent(report.HoldoutVelocityExceedance)} of steps have a channel above its limit");
        Item($"against mean ± 4 sigma: {FourSigma(report.FourSigma)}");
    }

    private void WriteAlarms()
    {
        ClaimReport[] alarms = [.. report.Claims.Where(claim => !ShownAbove.Contains(claim.Name))];
        if (alarms.Length == 0)
        {
            return;
        }

        Line(string.Empty);
        Line("Alarms, claim beside what the held-out episodes gave:");
        foreach (ClaimReport claim in alarms)
        {
            string claimed = claim.Claimed is { } number ? $"claimed {PlainNumber.Of(number)}, " : string.Empty;
            string achieved = double.IsNaN(claim.Achieved) ? "not measured" : $"achieved {PlainNumber.Of(claim.Achieved)} {Range(claim.Interval)}";
            Item($"{claim.Name}: {claimed}{achieved} {claim.Unit}; {claim.Words}");
        }
    }

    private static string FourSigma(FourSigmaComparison comparison)
    {
        double ratio = comparison.MeanWidthRatio;
        string width = double.IsNaN(ratio) ? "no channel moves" : ratio <= 1 ? $"{1 - ratio:P0} tighter" : $"{ratio - 1:P0} wider";
        return $"{width}; that heuristic covers {Percent(comparison.HeuristicCoverage)} of steps";
    }

    private static string Percent(Proportion proportion) =>
        proportion.Episodes == 0 ? "an unknown share" : $"{proportion.Value:P1} [{proportion.Interval.Low:P1}, {proportion.Interval.High:P1}]";

    private static string Range(Interval interval) => $"[{PlainNumber.Of(interval.Low)}, {PlainNumber.Of(interval.High)}]";

    private static string Words(ChannelKind kind) => kind == ChannelKind.MovesOnlyLater ? "moves only later" : kind.ToString().ToLowerInvariant();

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private void Line(string text) => WrappedText.Write(host.Out, text, host.Width);

    private void Item(string text) => WrappedText.Write(host.Out, text, host.Width, indent: 2, hanging: 4);
}
