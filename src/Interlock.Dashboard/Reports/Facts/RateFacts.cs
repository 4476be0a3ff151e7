namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A rate or a share with its interval.</summary>
/// <param name="Value">Estimate; null where there is nothing to estimate from.</param>
/// <param name="Low">Lower end of the 95 % interval; null as above.</param>
/// <param name="High">Upper end; null as above.</param>
/// <param name="Count">What was counted.</param>
/// <param name="N">Out of how many episodes.</param>
internal sealed record RateFacts(double? Value, double? Low, double? High, long Count, int N);
