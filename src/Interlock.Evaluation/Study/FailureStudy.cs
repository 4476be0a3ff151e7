using Interlock.Evaluation.Study.Comparison;
using Interlock.Evaluation.Study.Inputs;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Study;

/// <summary>Which monitor deserves trust: judges monitors by labelled episodes, with episode length as the bar.</summary>
public static class FailureStudy
{
    /// <summary>Reads labelled episodes and judges every monitor in them.</summary>
    /// <param name="paths">Published result files (.json), step logs (.jsonl), or folders of both; at least one.</param>
    /// <param name="labelsFile">Outcomes for step logs, <c>{"episode": true | false}</c>; null to take them from the logs or their sidecars.</param>
    /// <param name="settings">Resamples and seed.</param>
    /// <param name="progress">Told the name of each policy before it is judged; null for silence.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">An input cannot be used (DS200–DS213).</exception>
    public static StudyReport Run(
        IReadOnlyList<string> paths,
        string? labelsFile,
        StudySettings settings,
        Action<string>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Resamples, 1);
        StudyMaterial material = StudyInputs.Read(paths, labelsFile, cancellation);
        List<PolicyReport> policies = [];
        foreach (Episodes.LabelledPolicy policy in material.Policies)
        {
            progress?.Invoke(policy.Name);
            policies.Add(new PolicyAnalysis(policy, settings).Report(cancellation));
        }

        ComparisonReport[] comparisons = [.. material.Conditions.Select(GuardComparison.Of)];
        return new StudyReport(
            settings.Seed,
            settings.Resamples,
            policies,
            comparisons,
            [.. policies.SelectMany(StudyWarnings.Of)],
            StudyConclusion.Of(policies, comparisons));
    }
}
