using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Remote;

/// <summary>How the connection to a server stands.</summary>
/// <param name="State">Up or not.</param>
/// <param name="SinceNs">Since when, monotonic time of the policy's <see cref="TimeProvider"/>, ns; null before the first attempt.</param>
/// <param name="Attempts">Failures in a row since the last answer, 0 and up.</param>
/// <param name="Connections">Connections made so far, 0 and up.</param>
/// <param name="LastFailure">What went wrong last; null while nothing has. It stays after the link is up again.</param>
public sealed record RemoteLink(LinkState State, long? SinceNs, int Attempts, int Connections, Diagnostic? LastFailure)
{
    /// <summary>Before the first attempt.</summary>
    public static RemoteLink None { get; } = new(LinkState.NeverConnected, null, 0, 0, null);
}
