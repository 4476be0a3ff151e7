namespace Interlock.Evaluation.Study.Report;

/// <summary>What a study found.</summary>
/// <param name="Seed">Seed of every resampling in it.</param>
/// <param name="Resamples">Bootstrap resamples behind each interval.</param>
/// <param name="Policies">One per policy, in input order.</param>
/// <param name="Comparisons">One per file with outcomes without and with the guard.</param>
/// <param name="Warnings">What must not be overlooked, most important first.</param>
/// <param name="Conclusion">The one sentence that matters most.</param>
public sealed record StudyReport(
    ulong Seed,
    int Resamples,
    IReadOnlyList<PolicyReport> Policies,
    IReadOnlyList<ComparisonReport> Comparisons,
    IReadOnlyList<StudyWarning> Warnings,
    string Conclusion);
