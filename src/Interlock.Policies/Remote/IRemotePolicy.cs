using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Remote;

/// <summary>A policy on a server. <see cref="Link"/> and <see cref="Counts"/> may be read by any thread without waiting; everything else is for one thread.</summary>
public interface IRemotePolicy : IPolicy
{
    /// <summary>How the connection stands; an immutable snapshot.</summary>
    RemoteLink Link { get; }

    /// <summary>What happened so far; an immutable snapshot.</summary>
    RemoteCounts Counts { get; }

    /// <summary>Connects now instead of at the first request: what a server must be told before it can answer is told here, which may take minutes.</summary>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="DiagnosticException">Not connected (PO codes).</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    ValueTask ConnectAsync(CancellationToken cancellation);
}
