using System.Globalization;
using Interlock.Core.Statistics;
using Interlock.Evaluation.Study.Episodes;
using Interlock.Evaluation.Study.Lengths;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Study.Detection;

/// <summary>Detection against elapsed time, at a threshold that few successful episodes ever cross.</summary>
internal sealed class EarlyDetection(PolicySample sample, CommonHorizon horizon)
{
    /// <summary>Share of successful episodes that may ever raise an alarm.</summary>
    public const double FalseAlarmLevel = 0.05;

    private const int CurvePoints = 10;

    private static readonly string Method = string.Create(
        CultureInfo.InvariantCulture,
        $"spreads above the successes at the same step, mean of {RunningScore.WindowValues} values; ")
        + "threshold: conformal rank of the successes' leave-one-out peaks";

    /// <summary>Cut to the common horizon where there is one, then with every episode at its own length.</summary>
    public IReadOnlyList<DetectionReport> Of(MonitorColumn column)
    {
        if (column.Tracks is not { } tracks)
        {
            return [];
        }

        DetectionReport whole = Report(column, tracks, Enumerable.Range(0, tracks.Length), null);
        return horizon.Steps is { } steps
            ? [Report(column, [.. tracks.Select(track => track[..Math.Min(steps, track.Length)])], LongEnough(steps), steps), whole]
            : [whole];
    }

    private IEnumerable<int> LongEnough(int steps) => Enumerable.Range(0, sample.Lengths.Length).Where(index => sample.Lengths[index] >= steps);

    private DetectionReport Report(MonitorColumn column, double[][] tracks, IEnumerable<int> taking, int? steps)
    {
        ILookup<bool, double[]> scores = taking.ToLookup(index => sample.Failed[index], index => RunningScore.Of(tracks[index], column.Length));
        ReferenceBand band = new([.. scores[false]]);
        double[][] failures = [.. scores[true].Select(episode => RunningPeak.Of(band.Distances(episode, isReference: false)))];
        double[][] successes = [.. scores[false].Select(episode => RunningPeak.Of(band.Distances(episode, isReference: true)))];
        double? threshold = Quantile.Conformal([.. successes.Select(peak => peak[^1]).Order()], FalseAlarmLevel);
        return new DetectionReport(
            threshold,
            FalseAlarmLevel,
            threshold is { } limit && failures.Length > 0 ? Curve(failures, limit) : [],
            DetectionFrontier.Of(failures, successes),
            steps,
            threshold is null ? TooFew(successes.Length) : Method);
    }

    private static DetectionPoint[] Curve(double[][] failures, double threshold)
    {
        double[] moments = [.. failures.Select(peaks => DetectionFrontier.MomentOf(peaks, threshold))];
        return [.. Enumerable.Range(1, CurvePoints)
            .Select(point => (double)point / CurvePoints)
            .Select(fraction => new DetectionPoint(fraction, new Proportion(moments.Count(moment => moment <= fraction), failures.Length)))];
    }

    private static string TooFew(int successes) => string.Create(
        CultureInfo.InvariantCulture,
        $"{successes} successful episodes: {FalseAlarmLevel:P0} false alarms need {Quantile.SmallestConformalCount(FalseAlarmLevel)}");
}
