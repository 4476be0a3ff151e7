using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>Exact counts of a recording.</summary>
/// <param name="Steps">Control ticks.</param>
/// <param name="StepsByVerdict">By word, in the order of the layout.</param>
/// <param name="StepsBySupervisor">By word.</param>
/// <param name="StepsBySource">By word.</param>
/// <param name="Events">By kind, code and channel.</param>
/// <param name="Interventions">Events of that kind.</param>
/// <param name="Stops">Events of that kind.</param>
/// <param name="Chunks">Answers of the policy.</param>
/// <param name="Seams">Answers that replaced a running plan.</param>
/// <param name="StepsDropped">Steps that the recorder lost; null when it never came to its end.</param>
public sealed record ViewCounts(
    long Steps,
    IReadOnlyList<KeyValuePair<string, long>> StepsByVerdict,
    IReadOnlyList<KeyValuePair<string, long>> StepsBySupervisor,
    IReadOnlyList<KeyValuePair<string, long>> StepsBySource,
    IReadOnlyList<OverviewEventCount> Events,
    long Interventions,
    long Stops,
    long Chunks,
    long Seams,
    long? StepsDropped);
