namespace Interlock.Guard.Calibration.Demonstrations;

/// <summary>What stays known about a usable episode after it was read.</summary>
/// <param name="Index">Number of the episode in its dataset.</param>
/// <param name="Length">Steps.</param>
/// <param name="Min">Smallest action per channel.</param>
/// <param name="Max">Largest action per channel.</param>
internal sealed record EpisodeFacts(int Index, int Length, double[] Min, double[] Max);
