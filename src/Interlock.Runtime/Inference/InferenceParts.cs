using Interlock.Runtime.Clock;
using Interlock.Runtime.Sensing;

namespace Interlock.Runtime.Inference;

/// <summary>What an inference is made of.</summary>
internal sealed record InferenceParts
{
    public required PolicySlot Main { get; init; }

    /// <summary>The conservative policy; null for none.</summary>
    public PolicySlot? Fallback { get; init; }

    public required CameraHub Cameras { get; init; }

    public required ILoopClock Clock { get; init; }

    /// <summary>Of the time-out.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>After this an answer is not wanted any more.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The instruction; null when the policy needs none.</summary>
    public string? Task { get; init; }

    /// <summary>True to tell a policy that takes it which actions are under way.</summary>
    public bool SendsPrefix { get; init; } = true;

    /// <summary>Confidence and recording; null for neither.</summary>
    public IAnswerJudge? Judge { get; init; }
}
