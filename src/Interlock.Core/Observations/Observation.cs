namespace Interlock.Core.Observations;

/// <summary>What a policy is shown: one state, the newest image of each camera and the task. Made off the control thread; does not change.</summary>
public sealed record Observation
{
    /// <summary>Policy step at which it was taken: row 0 of the answer is meant for this step.</summary>
    public required long Step { get; init; }

    /// <summary>When its state was measured: monotonic time of the loop's clock, ns.</summary>
    public required long TimestampNs { get; init; }

    /// <summary>Measured values, one per channel of the contract, in channel units.</summary>
    public required ReadOnlyMemory<double> State { get; init; }

    /// <summary>Newest image of each camera; none where the robot has no camera.</summary>
    public IReadOnlyList<CameraImage> Images { get; init; } = [];

    /// <summary>The instruction in words; null when the policy needs none.</summary>
    public string? Task { get; init; }
}
