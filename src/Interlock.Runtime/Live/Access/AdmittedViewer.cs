namespace Interlock.Runtime.Live.Access;

/// <summary>As what a viewer was let in.</summary>
/// <param name="Role">What it may do.</param>
/// <param name="MaxRateHz">Most messages per second and channel of values; null for all.</param>
internal sealed record AdmittedViewer(LiveRole Role, double? MaxRateHz);
