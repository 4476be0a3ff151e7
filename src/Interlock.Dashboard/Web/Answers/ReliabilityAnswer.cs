namespace Interlock.Dashboard.Web.Answers;

/// <summary>How often judged recordings succeeded, by the lowest confidence in them.</summary>
/// <param name="Episodes">Recordings of the folder.</param>
/// <param name="Judged">Those whose outcome is known.</param>
/// <param name="Read">The newest of them, as many as are looked at.</param>
/// <param name="WithConfidence">Those of the read ones in which the policy had a confidence.</param>
/// <param name="Bins">Bins with recordings in them, lowest confidence first.</param>
/// <param name="Missing">What is missing for a picture, or for one that says something; null when nothing is.</param>
internal sealed record ReliabilityAnswer(int Episodes, int Judged, int Read, int WithConfidence, IReadOnlyList<ReliabilityBin> Bins, string? Missing);

/// <summary>Recordings whose lowest confidence lies in [From, To), the last bin with its upper end.</summary>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end.</param>
/// <param name="Good">Successes.</param>
/// <param name="N">Recordings.</param>
/// <param name="Low">Lower end of the 95 % interval of the share of successes (Wilson).</param>
/// <param name="High">Its upper end.</param>
internal sealed record ReliabilityBin(double From, double To, int Good, int N, double Low, double High);
