using Interlock.Core.Observations;

namespace Interlock.Policies.Tests;

/// <summary>Short ways to ask a policy that answers within the call.</summary>
internal static class Asking
{
    public static Observation Seen(long step, params double[] state) => new() { Step = step, TimestampNs = step * 1_000_000, State = state };

    public static PolicyRequest Request(long step, params double[] state) => new() { Observation = Seen(step, state) };

    public static PolicyChunk Room(this IPolicy policy) =>
        new(policy.Description.MaxRows, policy.Description.ActionDimension, policy.Description.MaxSamples);

    public static PolicyChunk Ask(this IPolicy policy, PolicyRequest request)
    {
        PolicyChunk chunk = policy.Room();
        policy.AskAsync(request, chunk).GetAwaiter().GetResult();
        return chunk;
    }

    public static PolicyChunk Ask(this IPolicy policy, long step, params double[] state) => policy.Ask(Request(step, state));

    public static Task AskAsync(this IPolicy policy, PolicyRequest request, PolicyChunk chunk) =>
        policy.InferAsync(request, chunk, CancellationToken.None).AsTask();

    public static PolicyDescription Shape(int dimension, int rows, int samples = 1, string name = "test") => new()
    {
        Name = name,
        Kind = "test",
        ActionDimension = dimension,
        MaxRows = rows,
        MaxSamples = samples,
    };
}
