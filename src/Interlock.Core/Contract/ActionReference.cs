namespace Interlock.Core.Contract;

/// <summary>What an action is measured from.</summary>
public enum ActionReference
{
    /// <summary>A target in the robot's own coordinates.</summary>
    Absolute,

    /// <summary>An offset from the state in which the chunk was planned.</summary>
    RelativeChunk,

    /// <summary>A displacement for this control step.</summary>
    DeltaStep,
}
