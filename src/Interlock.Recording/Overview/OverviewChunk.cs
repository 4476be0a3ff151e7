namespace Interlock.Recording.Overview;

/// <summary>An answer of the policy.</summary>
/// <param name="TimeS">When it arrived, s since the start of the recording.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="LatencyMs">Round trip, else inference; null when unknown.</param>
/// <param name="HasSeam">True when it replaced a plan that was still running.</param>
public sealed record OverviewChunk(double TimeS, int Rows, double? LatencyMs, bool HasSeam);
