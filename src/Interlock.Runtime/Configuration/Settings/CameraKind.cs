namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Where images come from.</summary>
public enum CameraKind
{
    /// <summary>Generated images.</summary>
    Simulated,

    /// <summary>Image files of a folder, in the order of their names.</summary>
    Files,
}
