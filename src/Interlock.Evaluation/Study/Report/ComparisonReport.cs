using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Study.Report;

/// <summary>Success without and with the guard.</summary>
/// <param name="Name">Name of the policy or file.</param>
/// <param name="Source">File that it came from.</param>
/// <param name="Without">Success without the guard.</param>
/// <param name="With">Success with the guard.</param>
/// <param name="Difference">95 % interval of success with minus without, as if the groups were independent (Newcombe).</param>
/// <param name="FisherP">Fisher's exact test, two-sided, which ignores the pairing.</param>
/// <param name="Paired">The same episodes compared seed by seed; null when nothing can be paired.</param>
/// <param name="ModifiedActions">Share of executed actions that the guard changed; null where not recorded.</param>
/// <param name="Violations">Broken limits with the guard; null where not recorded.</param>
public sealed record ComparisonReport(
    string Name,
    string Source,
    Proportion Without,
    Proportion With,
    Interval Difference,
    double FisherP,
    PairedReport? Paired,
    Proportion? ModifiedActions,
    int? Violations);
