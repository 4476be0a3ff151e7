using Interlock.Core.Statistics;
using Interlock.Evaluation.Statistics;
using Interlock.Evaluation.Study.Detection;
using Interlock.Evaluation.Study.Episodes;
using Interlock.Evaluation.Study.Lengths;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Study;

/// <summary>Judges every monitor of one policy.</summary>
internal sealed class PolicyAnalysis
{
    private readonly PolicySample _sample;
    private readonly LengthAlone _length;
    private readonly LengthControls _controls;
    private readonly EarlyDetection _detection;

    public PolicyAnalysis(LabelledPolicy policy, StudySettings settings)
    {
        _sample = new PolicySample(policy, settings);
        CommonHorizon horizon = CommonHorizon.Of(_sample.Lengths, _sample.Failed);
        _length = new LengthAlone(_sample);
        _controls = new LengthControls(_sample, horizon);
        _detection = new EarlyDetection(_sample, horizon);
    }

    public PolicyReport Report(CancellationToken cancellation)
    {
        LabelledPolicy policy = _sample.Policy;
        List<MonitorReport> monitors = [];
        foreach (MonitorColumn column in policy.Monitors)
        {
            cancellation.ThrowIfCancellationRequested();
            monitors.Add(Judge(column));
        }

        return new PolicyReport(
            policy.Name, policy.Source, Success(_ => true)!, SafeSuccess(), _length.Report(), ProfileAdvice.WithPrimary(monitors));
    }

    private MonitorReport Judge(MonitorColumn column)
    {
        RankedOutcomes outcomes = _sample.Rank(column.Values);
        (double? auroc, Interval? interval) = _sample.Estimate(outcomes);
        IReadOnlyList<LengthControl> controls = _controls.Of(column);
        LengthControl best = LengthControls.Best(controls);
        return new MonitorReport(
            column.Name,
            auroc,
            interval,
            auroc is null ? null : RankSumTest.PValue(_sample.ValuesOf(failed: true, column.Values), _sample.ValuesOf(failed: false, column.Values)),
            outcomes.Excluded,
            best,
            controls,
            ResidualControl.Of(_sample, column.Values),
            auroc is null ? null : _length.Versus(column.Values),
            _detection.Of(column),
            auroc is null ? [] : RocPoint.CurveOf(outcomes),
            ProfileAdvice.For(column, auroc, best));
    }

    private Proportion? SafeSuccess() => _sample.Policy.Episodes.All(episode => episode.Violations is not null)
        ? Success(episode => episode.Violations == 0)
        : null;

    private Proportion Success(Func<LabelledEpisode, bool> also) =>
        new(_sample.Policy.Episodes.Count(episode => episode.Succeeded && also(episode)), _sample.Failed.Length);
}
