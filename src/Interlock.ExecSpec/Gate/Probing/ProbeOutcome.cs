namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>The largest difference that a probe found.</summary>
/// <param name="Channel">Index of the channel.</param>
/// <param name="Z">The normalised number.</param>
/// <param name="Expected">The certified command.</param>
/// <param name="Observed">What the path gave.</param>
/// <param name="Difference">In certified half-ranges; infinite where one of them is not finite.</param>
internal readonly record struct ProbeOutcome(int Channel, double Z, double Expected, double Observed, double Difference);
