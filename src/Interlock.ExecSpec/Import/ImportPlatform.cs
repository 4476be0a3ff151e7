namespace Interlock.ExecSpec.Import;

/// <summary>Robot platform of an OpenVLA-style checkpoint: it decides scheme, dimensions and gripper convention, and stands in no file.</summary>
public enum ImportPlatform
{
    /// <summary>LIBERO in simulation: 7 channels, chunks of 8, robosuite's gripper sign.</summary>
    Libero,

    /// <summary>Two ALOHA arms: 14 joints, chunks of 25, smallest and largest values instead of quantiles.</summary>
    Aloha,

    /// <summary>WidowX of BridgeData: 7 channels, chunks of 5.</summary>
    Bridge,
}
