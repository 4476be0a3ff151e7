namespace Interlock.Evaluation.Study.Episodes;

/// <summary>One closed-loop episode of one condition.</summary>
/// <param name="Seed">What pairs it with the episode of the other condition; null when it cannot be paired.</param>
/// <param name="Succeeded">The label.</param>
/// <param name="Steps">Control steps; null where not recorded.</param>
/// <param name="Violations">Broken limits; null where not recorded.</param>
/// <param name="Modified">Actions that the guard changed; null where not recorded.</param>
internal sealed record ConditionEpisode(string? Seed, bool Succeeded, int? Steps, int? Violations, int? Modified);
