namespace Interlock.Dashboard.LiveView;

/// <summary>What became of a person's command.</summary>
/// <param name="Accepted">False when it was refused or did not arrive.</param>
/// <param name="State">State of the supervisor afterwards; null when unknown.</param>
/// <param name="Reason">In a sentence; null when there is nothing to say.</param>
public sealed record LiveCommandAnswer(bool Accepted, string? State, string? Reason);
