namespace Interlock.ExecSpec.Drift;

/// <summary>What a certified policy sends when it wants a channel to stay where it is.</summary>
public enum IdleCommand
{
    /// <summary>Not known: the specification does not say what the numbers are measured from.</summary>
    Unknown,

    /// <summary>Zero displacement for this step: a wrong offset is repeated every step.</summary>
    ZeroStep,

    /// <summary>Zero velocity: a wrong offset is a speed.</summary>
    ZeroVelocity,

    /// <summary>Zero offset from where the chunk began: a wrong offset is repeated every chunk.</summary>
    ZeroOffset,

    /// <summary>The present pose: a wrong decoding displaces it once, by an amount that depends on the pose.</summary>
    PresentPose,
}
