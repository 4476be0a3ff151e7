namespace Interlock.Runtime.Supervision;

/// <summary>What the loop does in this tick.</summary>
public readonly record struct SupervisorDecision
{
    /// <summary>The state after the tick's triggers.</summary>
    public SupervisorState State { get; init; }

    /// <summary>What happens to the robot.</summary>
    public Motion Motion { get; init; }

    /// <summary>Factor on the velocity limits of the contract, above 0 and at most 1.</summary>
    public double LimitScale { get; init; }

    /// <summary>True when the fallback policy takes the place of the policy.</summary>
    public bool UseFallbackPolicy { get; init; }

    /// <summary>Code of the first cause of this state; null when nothing is wrong.</summary>
    public string? Code { get; init; }

    /// <summary>True while the robot is held and nobody but a person can let the policy move it again: a question, or a hold that does not end by itself.</summary>
    public bool AwaitsPerson { get; init; }

    /// <summary>What changed the state in this tick, or ended an episode in a hold; <see cref="SupervisorTrigger.None"/> when nothing did.</summary>
    public SupervisorTrigger Trigger { get; init; }
}
