namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Where commands go.</summary>
public enum RobotKind
{
    /// <summary>The built-in simulated arm.</summary>
    TableArm,

    /// <summary>A simulated arm with the channels of the contract.</summary>
    SimulatedArm,

    /// <summary>Takes every command and moves nothing.</summary>
    Null,

    /// <summary>Remembers commands and reports the last one as its state.</summary>
    Recording,
}
