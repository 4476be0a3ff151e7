using Interlock.Policies;
using Interlock.Runtime.Meaning;

namespace Interlock.Runtime.Inference;

/// <summary>A policy with what its numbers mean.</summary>
internal sealed record PolicySlot(IPolicy Policy, ChunkMeaning Meaning) : IDisposable
{
    public void Dispose() => Policy.Dispose();
}
