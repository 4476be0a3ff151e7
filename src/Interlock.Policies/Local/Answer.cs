using Interlock.Core.Observations;

namespace Interlock.Policies.Local;

/// <summary>The beginning of every answer made in this process.</summary>
internal static class Answer
{
    public static void Begin(PolicyChunk chunk, Observation observation, PolicyDescription policy, int rows, int samples = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chunk.Dimension, policy.ActionDimension, nameof(chunk));
        chunk.Reset(rows, samples);
        chunk.ObservedAtStep = observation.Step;
        chunk.ObservedAtNs = observation.TimestampNs;
    }
}
