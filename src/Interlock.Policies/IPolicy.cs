using Interlock.Core.Diagnostics;

namespace Interlock.Policies;

/// <summary>
/// Answers an observation with a chunk of actions. Called by one thread at a time, never by the control thread. A failure is a
/// <see cref="DiagnosticException"/> with a PO code; it ends this answer, not the policy.
/// </summary>
public interface IPolicy : IDisposable
{
    /// <summary>Name, shape of the answers and abilities.</summary>
    PolicyDescription Description { get; }

    /// <summary>Forgets the episode so far.</summary>
    /// <param name="seed">Of everything random until the next call; the same seed and observations give the same bytes.</param>
    void BeginEpisode(ulong seed);

    /// <summary>Fills a chunk.</summary>
    /// <param name="request">What the policy is shown.</param>
    /// <param name="chunk">Receives rows and what the policy tells about them; whatever it held is gone.</param>
    /// <param name="cancellation">After it the answer is not wanted any more; a connection that was waited on is dropped.</param>
    /// <exception cref="DiagnosticException">No answer (PO codes).</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation);
}
