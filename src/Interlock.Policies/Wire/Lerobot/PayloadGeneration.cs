namespace Interlock.Policies.Wire.Lerobot;

/// <summary>How the bytes inside a LeRobot message are encoded. There is no version field: the bytes themselves tell.</summary>
public enum PayloadGeneration
{
    /// <summary>No bytes: nothing available, or the server failed; the two cannot be told apart.</summary>
    Empty,

    /// <summary>Python pickles, LeRobot up to 0.6.</summary>
    Pickle,

    /// <summary>A big-endian length, JSON, safetensors (LeRobot pull request 3048).</summary>
    JsonSafetensors,
}
