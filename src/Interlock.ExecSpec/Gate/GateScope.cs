namespace Interlock.ExecSpec.Gate;

/// <summary>What is at hand when the gate runs.</summary>
public enum GateScope
{
    /// <summary>Files and a decode path, no robot: what only a robot can tell is not checked and said so.</summary>
    WithoutRobot,

    /// <summary>The robot is connected: what is certified and cannot be observed is refused.</summary>
    WithRobot,
}
