using Interlock.Policies.Wire;

namespace Interlock.Policies.Remote;

/// <summary>A chunk that was read out of a reply.</summary>
/// <param name="Block">Its shape.</param>
/// <param name="InferenceMs">Time that the server reports, ms; null when it does not.</param>
internal readonly record struct RemoteAnswer(ActionBlock Block, double? InferenceMs = null);
