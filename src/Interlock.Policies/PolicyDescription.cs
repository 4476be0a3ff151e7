namespace Interlock.Policies;

/// <summary>What is known of a policy before it is asked.</summary>
public sealed record PolicyDescription
{
    /// <summary>Name for people, for instance a file name or an address.</summary>
    public required string Name { get; init; }

    /// <summary>Kind as in <c>run.yaml</c>: <c>scripted</c>, <c>recorded</c>, <c>network</c>, <c>onnx</c>, <c>openpi</c>, <c>openvla</c>, <c>lerobot</c>, <c>ensemble</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Values per action, D.</summary>
    public required int ActionDimension { get; init; }

    /// <summary>Most rows of an answer; a longer answer is an error.</summary>
    public required int MaxRows { get; init; }

    /// <summary>Most alternative chunks that one answer brings, 1 or more; see <see cref="PolicyChunk.Samples"/>.</summary>
    public int MaxSamples { get; init; } = 1;

    /// <summary>True when the policy accepts the actions that are already under way (real-time chunking).</summary>
    public bool TakesPrefix { get; init; }
}
