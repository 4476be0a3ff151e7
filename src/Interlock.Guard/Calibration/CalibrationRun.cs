using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Core.Statistics;
using Interlock.Guard.Alarms;
using Interlock.Guard.Alarms.Learning;
using Interlock.Guard.Calibration.Box;
using Interlock.Guard.Calibration.Clipping;
using Interlock.Guard.Calibration.Conformal;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.Holdout;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Calibration.RateLimits;
using Interlock.Guard.Calibration.Report;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration;

/// <summary>One calibration: fit, calibrate, check, in three passes over the episodes.</summary>
internal sealed class CalibrationRun(
    DemonstrationSet set, EpisodeSplit split, ChannelPlan plan, CalibrationOptions options, DiagnosticCollector findings)
{
    private const double HeuristicSigmas = 4;

    // Every use of chance has its own stream, so that one more draw in one place changes nothing elsewhere.
    private const ulong StrideStream = 0x53545249;
    private const ulong CusumStream = 0x43555355;

    private readonly double? _rateHz = options.RateHz ?? set.Description.RateHz;
    private readonly RangeUnion _fitRange = RangeUnion.Of(set, split.Fit);
    private readonly RangeUnion _calibrationRange = RangeUnion.Of(set, split.Calibration);
    private readonly RangeUnion _demonstrated = RangeUnion.Of(set, split.Fit.Concat(split.Calibration));
    private readonly ScoreStride _stride = new(set.StepsOf(split.Calibration), new SeededRandom(options.Seed ^ StrideStream));
    private readonly List<(int Owner, double[] Scores)> _series = [];

    public CalibrationOutcome Run()
    {
        StepMagnitudes fitSteps = NewMagnitudes();
        FitSums sums = Fit(fitSteps);
        ChannelShape[] shapes = new ShapeFit(sums, _fitRange, _calibrationRange, plan.Periods, options.Alpha).Fit();
        StepMagnitudes calibrationSteps = NewMagnitudes();
        BoxScores scores = new(shapes, options.Box, _stride, set.StepsOf(split.Calibration));
        SpeedRisk? risk = options.VelocityExceedance is null ? null : NewSpeedRisk(fitSteps);
        Score(scores, calibrationSteps, risk);

        StepScores jointScores = scores.Joint.Sorted();
        CoverageStatement coverage = Cover(scores, jointScores);
        ChannelBounds bounds = coverage.Guaranteed
            ? BoxFit.FromThresholds(shapes, PerChannel(coverage.Thresholds), _demonstrated)
            : BoxFit.FromRange(shapes, _demonstrated, Margin(shapes));
        RateLimitChoice rates = new(options, plan, findings);
        StepMagnitudes notHeldOut = fitSteps.Union(calibrationSteps);
        StepLimits checkedLimits = rates.Checked(notHeldOut, risk, split.Calibration.Length);
        StepMagnitudes holdoutSteps = NewMagnitudes();
        ConformalModel conformal = ConformalModelFit.Fit(scores, jointScores, options.Alpha);
        HoldoutPValues pValues = new(conformal, split.Holdout.Length);
        HoldoutCheck check = Check(bounds, shapes, checkedLimits, holdoutSteps, pValues);
        StepLimits limits = rates.ForContract(checkedLimits, notHeldOut, holdoutSteps);
        ChannelFindings.Report(plan, shapes, notHeldOut, findings);

        ContractBuilder contracts = new(options, plan, shapes, _rateHz);
        SafetyContract contract = contracts.Build(bounds, limits);
        MonitorModels models = Models(sums, shapes, scores, conformal, limits);
        AlarmLearner alarms = new(set, split, options, findings, contract, models);
        AlarmCalibration alarmCalibration = alarms.Learn(Cusum(jointScores));
        ReportBuilder report = new(options, split, plan, shapes, contract, coverage, check, pValues.Values, ClipRate(), findings);
        return new CalibrationOutcome(
            contract,
            new GuardCalibration
            {
                Name = options.Name,
                Channels = [.. plan.Channels.Select(channel => channel.Name)],
                Coverage = coverage,
                Models = models,
                Alarms = alarmCalibration,
                Provenance = Provenance(),
            },
            report.Build(limits, alarms.Check(alarmCalibration)));

        GuardClipRate ClipRate()
        {
            LeftOutBox box = new(shapes, scores, jointScores, coverage, new LeftOutRange(set, split.Fit.Concat(split.Calibration)));
            StepLimits fitLimits = StepLimits.Of(fitSteps, set.Dimension, options.VelocityPercentile);
            LeftOutSteps steps = new(notHeldOut, fitLimits, set.Facts.Max(facts => facts.Length), options.VelocityPercentile);
            (SpeedRisk Risk, double Exceedance)? promised = rates.ExceedanceIsMet ? (risk!, options.VelocityExceedance!.Value) : null;
            return new ClipRateCheck(set, split).Run(new LeftOutLimits(contracts, box, steps, promised), contracts.Build(bounds, checkedLimits));
        }
    }

    private StepMagnitudes NewMagnitudes() => StepMagnitudes.For(plan, set.StepsOf(Enumerable.Range(0, set.Facts.Count)), options.VelocityPercentile);

    private SpeedRisk NewSpeedRisk(StepMagnitudes fitSteps) =>
        new(StepLimits.Of(fitSteps, set.Dimension, options.VelocityPercentile), plan, _stride, set.StepsOf(split.Calibration));

    private FitSums Fit(StepMagnitudes steps)
    {
        FitSums sums = new(_fitRange, plan, set.StepsOf(split.Fit));
        foreach ((int _, Episode episode) in set.Read(split.Fit.ToHashSet()))
        {
            sums.Add(episode);
            steps.Add(episode);
        }

        return sums;
    }

    private void Score(BoxScores scores, StepMagnitudes steps, SpeedRisk? risk)
    {
        HashSet<int> traced = [.. AlarmEpisodes.ForCusum(set, split.Calibration)];
        int owner = 0;
        foreach ((int position, Episode episode) in set.Read(split.Calibration.ToHashSet()))
        {
            double[] series = traced.Contains(position) ? new double[episode.Length] : [];
            scores.Add(episode, series);
            steps.Add(episode);
            risk?.Add(episode);
            if (series.Length > 0)
            {
                _series.Add((owner, series));
            }

            owner++;
        }
    }

    private CoverageStatement Cover(BoxScores scores, StepScores jointScores)
    {
        double?[] thresholds = options.Box == BoxKind.PerJoint
            ? [.. scores.PerChannel.Select(channel => channel.Threshold(options.Guarantee, options.Alpha))]
            : [options.Guarantee == CoverageGuarantee.Step ? jointScores.ThresholdAtRisk(options.Alpha) : scores.Joint.Threshold(options.Guarantee, options.Alpha)];
        bool guaranteed = Array.TrueForAll(thresholds, threshold => threshold is not null);
        string words = CoverageWords.Of(options, split.Calibration.Length, guaranteed);
        if (!guaranteed)
        {
            ReportTooFew(words);
        }

        return new CoverageStatement
        {
            Alpha = options.Alpha,
            Guarantee = options.Guarantee,
            Box = options.Box,
            Guaranteed = guaranteed,
            Thresholds = guaranteed ? [.. thresholds.Select(threshold => threshold!.Value)] : [],
            Words = words,
        };
    }

    private void ReportTooFew(string words)
    {
        int needed = Quantile.SmallestConformalCount(options.Alpha);
        int total = (int)Math.Ceiling(needed / options.Fractions.Calibration);
        findings.Warn(
            CalibrationCodes.NoGuarantee,
            words,
            SourcePlace.OfFile(set.Description.Location),
            $"{needed} calibration episodes are the fewest, about {total} in all with this split; or ask for alpha of at least {1.0 / (split.Calibration.Length + 1):0.###}");
    }

    private double Margin(ChannelShape[] shapes) =>
        new RangeMargin(set, shapes, _demonstrated).Find([.. split.Fit, .. split.Calibration], options.Guarantee, options.Alpha);

    private double[] PerChannel(double[] thresholds) =>
        thresholds.Length == set.Dimension ? thresholds : [.. Enumerable.Repeat(thresholds[0], set.Dimension)];

    private HoldoutCheck Check(ChannelBounds bounds, ChannelShape[] shapes, StepLimits limits, StepMagnitudes steps, HoldoutPValues pValues)
    {
        HoldoutCheck check = new(bounds, BoxFit.FromSigmas(shapes, HeuristicSigmas), limits, plan);
        foreach ((int _, Episode episode) in set.Read(split.Holdout.ToHashSet()))
        {
            check.Add(episode);
            pValues.Add(episode);
            steps.Add(episode);
        }

        return check;
    }

    private MonitorModels Models(FitSums sums, ChannelShape[] shapes, BoxScores scores, ConformalModel conformal, StepLimits limits) => new()
    {
        Conformal = conformal,
        Mahalanobis = MahalanobisFit.Fit(sums, shapes),
        LinearPredictability = LinearPredictabilityFit.Fit(sums, shapes),
        Correlation = MotionCorrelationFit.Fit(sums),
        Energy = scores.Energy(),
        StallMotionNorm = RestFit.StallMotionNorm(sums),
        MotionDeadBand = RestFit.DeadBand(limits),
    };

    private CusumCalibration? Cusum(StepScores jointScores)
    {
        List<bool[]> improbable = ImprobableSteps.Of(_series, jointScores, options.Alpha);
        return new CusumLearner(improbable, new SeededRandom(options.Seed ^ CusumStream), findings).Learn(options.Alpha, options.Alarms.FalseAlarmsPerHour, _rateHz);
    }

    private CalibrationProvenance Provenance() => new()
    {
        Source = set.Description.Location,
        DataSha256 = set.Digest,
        OptionsSha256 = OptionsDigest.Of(options),
        ToolVersion = typeof(CalibrationRun).Assembly.GetName().Version?.ToString(3) ?? "0",
        Seed = options.Seed,
        FitEpisodes = IndicesOf(split.Fit),
        CalibrationEpisodes = IndicesOf(split.Calibration),
        HoldoutEpisodes = IndicesOf(split.Holdout),
    };

    private int[] IndicesOf(int[] positions) => [.. positions.Order().Select(position => set.Facts[position].Index)];
}
