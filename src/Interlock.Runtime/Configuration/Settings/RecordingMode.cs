namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What is kept.</summary>
public enum RecordingMode
{
    /// <summary>Everything.</summary>
    Always,

    /// <summary>The time around interventions, stops and findings.</summary>
    Ring,

    /// <summary>Nothing.</summary>
    Off,
}
