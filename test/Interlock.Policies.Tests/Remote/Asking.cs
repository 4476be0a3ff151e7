using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Policies.Remote;
using Interlock.Policies.Remote.Mapping;

namespace Interlock.Policies.Tests.Remote;

/// <summary>Questions for remote policies, and the usual ways to ask them.</summary>
internal static class Asking
{
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan LongerThanAnyDelay = TimeSpan.FromSeconds(3);
    public static readonly double[] ArmState = [0.1, 0.2, 0.5, -0.6, 0.2, 0.4, 0.02];

    // The stand-ins' arm goes 0.01 rad or 0.002 m per row towards 0.3, −0.4, 0.5, −0.6, 0.2, 0.4 rad, 0.04 m.
    public static readonly double[] FirstRow = [0.11, 0.19, 0.5, -0.6, 0.2, 0.4, 0.022];

    public static RetryOptions Once { get; } = new() { MostAttempts = 1 };

    public static RemoteObservation ArmMapping { get; } =
        new([new ObservationField.StateArray("state"), new ObservationField.Prompt("prompt")]);

    public static PolicyRequest OfArm(long step = 0, bool mustAnswer = true) => new()
    {
        Observation = new Observation { Step = step, TimestampNs = 1_000 + step, State = ArmState, Task = "fold" },
        MustAnswer = mustAnswer,
    };

    public static PolicyChunk ChunkFor(IPolicy policy) => new(policy.Description.MaxRows, policy.Description.ActionDimension);

    public static async Task<PolicyChunk> AskAsync(IPolicy policy, PolicyRequest? request = null)
    {
        PolicyChunk chunk = ChunkFor(policy);
        await policy.InferAsync(request ?? OfArm(), chunk, CancellationToken.None);
        return chunk;
    }

    public static async Task<Diagnostic> RefusedAsync(Task asked) =>
        (await Assert.ThrowsAsync<DiagnosticException>(() => asked)).Diagnostics[0];

    public static void AssertArmMoves(PolicyChunk chunk)
    {
        for (int i = 0; i < FirstRow.Length; i++)
        {
            Assert.Equal(FirstRow[i], chunk.Row(0)[i], 6);
        }
    }
}
