namespace Interlock.Robots;

/// <summary>Diagnostic codes of this room.</summary>
public static class RobotCodes
{
    /// <summary>The contract has a channel that the robot lacks.</summary>
    public const string MissingChannel = "RB001";

    /// <summary>The robot has a channel that the contract does not mention.</summary>
    public const string ExtraChannel = "RB002";

    /// <summary>The robot names a channel twice, or not at all.</summary>
    public const string AmbiguousChannel = "RB003";

    /// <summary>Units that cannot be converted into each other.</summary>
    public const string OtherUnit = "RB004";

    /// <summary>Units are converted.</summary>
    public const string ConvertedUnit = "RB005";

    /// <summary>The contract limits a force or torque that the robot does not measure.</summary>
    public const string NoForce = "RB006";

    /// <summary>The robot lists its channels in another order.</summary>
    public const string OtherOrder = "RB007";

    /// <summary>A simulated robot cannot be built from its settings.</summary>
    public const string SimulationSettings = "RB020";

    /// <summary>A camera cannot be built from its settings.</summary>
    public const string CameraSettings = "RB021";

    /// <summary>A folder holds no JPEG files.</summary>
    public const string NoPictures = "RB022";

    /// <summary>A picture file cannot be used.</summary>
    public const string UnusablePicture = "RB023";
}
