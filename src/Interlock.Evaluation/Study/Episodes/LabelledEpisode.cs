namespace Interlock.Evaluation.Study.Episodes;

/// <summary>One episode with its outcome.</summary>
/// <param name="Id">Name of the episode in its file.</param>
/// <param name="Succeeded">The label.</param>
/// <param name="Steps">Control steps, 1 or more.</param>
/// <param name="Violations">Steps or counts of broken limits; null where nobody counted.</param>
internal sealed record LabelledEpisode(string Id, bool Succeeded, int Steps, int? Violations);
