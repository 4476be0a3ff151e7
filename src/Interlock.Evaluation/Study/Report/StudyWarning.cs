namespace Interlock.Evaluation.Study.Report;

/// <summary>Something that changes how the numbers may be read.</summary>
/// <param name="Kind">Stable snake_case kind.</param>
/// <param name="Policy">Policy that it is about.</param>
/// <param name="Monitors">Monitors that it is about; empty when it is about all.</param>
/// <param name="Message">One or two sentences.</param>
public sealed record StudyWarning(string Kind, string Policy, IReadOnlyList<string> Monitors, string Message);
