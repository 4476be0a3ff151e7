namespace Interlock.Recording.Overview;

/// <summary>How often something happened, exact.</summary>
/// <param name="Kind">Word of its kind.</param>
/// <param name="Code">Stable diagnostic code.</param>
/// <param name="Channel">Name of the channel; null when it is not about one.</param>
/// <param name="Count">How often.</param>
public sealed record OverviewEventCount(string Kind, string Code, string? Channel, long Count);
