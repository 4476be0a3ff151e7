namespace Interlock.Runtime.Configuration.Settings;

/// <summary>When a stage is computed and when its last outputs serve again.</summary>
public enum StageRecompute
{
    /// <summary>For every answer.</summary>
    Always,

    /// <summary>When an input differs from the last time.</summary>
    WhenInputsChange,

    /// <summary>Once in a number of answers.</summary>
    EveryCalls,
}
