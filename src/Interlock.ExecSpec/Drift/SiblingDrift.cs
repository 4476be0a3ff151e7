using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>An unnormaliser that could be loaded by mistake, and what that would do.</summary>
/// <param name="Loaded">The unnormaliser.</param>
/// <param name="Drift">The drift from the certified one.</param>
public sealed record SiblingDrift(Normaliser Loaded, SpecDrift Drift);
