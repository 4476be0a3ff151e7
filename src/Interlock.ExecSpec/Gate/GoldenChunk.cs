namespace Interlock.ExecSpec.Gate;

/// <summary>What a deterministic policy answers to a fixed observation.</summary>
/// <param name="Certified">H×D numbers, row-major.</param>
/// <param name="Observed">The same from the running policy.</param>
/// <param name="Tolerance">Largest difference that counts as equal, in the units of the numbers.</param>
public sealed record GoldenChunk(IReadOnlyList<double> Certified, IReadOnlyList<double> Observed, double Tolerance);
