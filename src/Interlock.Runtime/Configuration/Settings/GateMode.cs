namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What the start-up gate does with a refusal.</summary>
public enum GateMode
{
    /// <summary>The run does not start.</summary>
    Enforce,

    /// <summary>The run starts with a warning; simulated robots only.</summary>
    Warn,
}
