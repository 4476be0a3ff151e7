using Interlock.Policies;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>Counts its questions, and fails while it is told to.</summary>
internal sealed class CountedPolicy(int channels) : SinePolicy(channels)
{
    public int Questions { get; private set; }

    public bool Fails { get; set; }

    public override ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        Questions++;
        return Fails ? throw new InvalidOperationException("out of order") : base.InferAsync(request, chunk, cancellation);
    }
}
