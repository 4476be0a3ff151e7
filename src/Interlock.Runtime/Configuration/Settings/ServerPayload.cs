namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How payloads for a LeRobot server are written.</summary>
public enum ServerPayload
{
    /// <summary>Python pickles, LeRobot up to 0.6.</summary>
    Pickle,

    /// <summary>Length, JSON, safetensors (later generations).</summary>
    JsonSafetensors,
}
