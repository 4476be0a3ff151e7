using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Local;

/// <summary>A policy that is a function of the embedding program.</summary>
public sealed class FunctionPolicy : IPolicy
{
    private readonly Func<PolicyRequest, PolicyChunk, CancellationToken, ValueTask> _infer;

    /// <summary>Wraps a function that answers at once.</summary>
    /// <param name="description">Shape of the answers.</param>
    /// <param name="fill">Sets the chunk's shape by <see cref="PolicyChunk.Reset"/> and fills it; step and time are set already.</param>
    public FunctionPolicy(PolicyDescription description, Action<PolicyRequest, PolicyChunk> fill)
        : this(description, (request, chunk, _) =>
        {
            fill(request, chunk);
            return ValueTask.CompletedTask;
        })
    {
    }

    /// <summary>Wraps a function that may wait.</summary>
    /// <param name="description">Shape of the answers.</param>
    /// <param name="inferAsync">As <see cref="IPolicy.InferAsync"/>; step and time of the chunk are set already.</param>
    public FunctionPolicy(PolicyDescription description, Func<PolicyRequest, PolicyChunk, CancellationToken, ValueTask> inferAsync)
    {
        Description = description;
        _infer = inferAsync;
    }

    /// <inheritdoc />
    public PolicyDescription Description { get; }

    /// <summary>Seed of the present episode; 0 before the first.</summary>
    public ulong Seed { get; private set; }

    /// <inheritdoc />
    public void BeginEpisode(ulong seed) => Seed = seed;

    /// <inheritdoc />
    public async ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Answer.Begin(chunk, request.Observation, Description, rows: 0);
        try
        {
            await _infer(request, chunk, cancellation);
        }
        catch (Exception exception) when (exception is not DiagnosticException and not OperationCanceledException)
        {
            throw new DiagnosticException(
                LocalCodes.FunctionFailed,
                $"the function '{Description.Name}' failed: {exception.GetType().Name}: {exception.Message.TrimEnd('.')}");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
