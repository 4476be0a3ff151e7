using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.Holdout;
using Interlock.Guard.Calibration.RateLimits;
using Interlock.Guard.Calibration.Report;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration;

/// <summary>Puts claims beside measurements.</summary>
internal sealed class ReportBuilder(
    CalibrationOptions options,
    EpisodeSplit split,
    ChannelPlan plan,
    ChannelShape[] shapes,
    SafetyContract contract,
    CoverageStatement coverage,
    HoldoutCheck check,
    IReadOnlyList<double> pValues,
    GuardClipRate clipRate,
    DiagnosticCollector findings)
{
    private const double HeuristicWidthInSigmas = 8;

    public CalibrationReport Build(StepLimits limits, IReadOnlyList<ClaimReport> alarmClaims)
    {
        Proportion achieved = Promised();
        if (coverage.Guaranteed && achieved.Interval.High < 1 - options.Alpha)
        {
            findings.Warn(
                CalibrationCodes.ClaimMissed,
                $"held-out coverage is {achieved.Value:0.###}, and {1 - options.Alpha} was claimed: the held-out episodes are not like the others");
        }

        if (clipRate.Holdout.Interval.Low > clipRate.Claimed)
        {
            findings.Warn(
                CalibrationCodes.ClaimMissed,
                $"the guard changes {clipRate.Holdout.Value:0.###} of the held-out steps, and {clipRate.Claimed:0.###} was claimed: the held-out episodes are not like the others");
        }

        ChannelReport[] channels = [.. contract.Channels.Select((channel, j) => ChannelOf(channel, limits, j))];
        return new CalibrationReport
        {
            Coverage = coverage,
            FitEpisodes = split.Fit.Length,
            CalibrationEpisodes = split.Calibration.Length,
            HoldoutEpisodes = split.Holdout.Length,
            SmallestCalibrationEpisodes = Quantile.SmallestConformalCount(options.Alpha),
            Channels = channels,
            HoldoutCoverage = achieved,
            HoldoutStepCoverage = check.AllChannels,
            HoldoutEpisodeCoverage = check.WholeEpisodes(),
            HoldoutVelocityExceedance = check.TooFast,
            HoldoutPValues = pValues,
            ClipRate = clipRate,
            FourSigma = new FourSigmaComparison(MeanOf(channels.Select(channel => channel.WidthAgainstFourSigma)), check.Heuristic),
            Claims = [CoverageClaim(achieved), SpeedClaim(), ClipClaim(), .. alarmClaims],
            Findings = findings.Items,
        };
    }

    private Proportion Promised() => (options.Guarantee, options.Box) switch
    {
        (CoverageGuarantee.Step, BoxKind.Joint) => check.AllChannels,
        (CoverageGuarantee.Step, _) => MeanOf(check.PerChannel),
        (_, BoxKind.Joint) => check.WholeEpisodes(),
        _ => MeanOf(check.WholeEpisodesPerChannel),
    };

    private static Proportion MeanOf(IReadOnlyList<Proportion> channels)
    {
        Interval interval = new(channels.Average(channel => channel.Interval.Low), channels.Average(channel => channel.Interval.High));
        return new Proportion(channels.Average(channel => channel.Value), interval, channels[0].Episodes);
    }

    private ClaimReport CoverageClaim(Proportion achieved) =>
        new(
            "coverage",
            coverage.Words,
            coverage.Guaranteed ? 1 - options.Alpha : null,
            achieved.Value,
            achieved.Interval,
            options.Guarantee == CoverageGuarantee.Step ? "fraction of steps" : "fraction of episodes");

    private ClaimReport SpeedClaim()
    {
        Proportion fast = check.TooFast;
        string words = options.VelocityExceedance is { } exceedance
            ? $"The expected fraction of the steps of a new episode with any channel above its rate limit is at most {exceedance}"
            : $"Each rate limit is the {options.VelocityPercentile}th percentile of its channel; nothing is claimed for all channels together, and this is measured";
        return new("velocity_exceedance", words, options.VelocityExceedance, fast.Value, fast.Interval, "fraction of steps");
    }

    private ClaimReport ClipClaim() =>
        new("guard_clip_rate", clipRate.Words, clipRate.Claimed, clipRate.Holdout.Value, clipRate.Holdout.Interval, "fraction of steps");

    private ChannelReport ChannelOf(ChannelContract channel, StepLimits limits, int j) => new()
    {
        Name = channel.Name,
        Unit = channel.Unit.Symbol,
        Kind = shapes[j].Kind,
        Min = channel.Min,
        Max = channel.Max,
        MaxStep = limits.Speed[j] is { } speed ? PerStep(speed, j) : null,
        WidthAgainstFourSigma = shapes[j] is { Kind: ChannelKind.Moving, StandardDeviation: > 0 and var sigma } ? (channel.Max - channel.Min) / (HeuristicWidthInSigmas * sigma) : null,
        HoldoutCoverage = check.PerChannel[j],
    };

    private double PerStep(double speed, int channel) =>
        options.Space == ActionSpace.JointVelocity && plan.IsRate[channel] && contract.RateHz is { } rate ? speed / rate : speed;

    private static double MeanOf(IEnumerable<double?> values) => values.Average() ?? double.NaN;
}
