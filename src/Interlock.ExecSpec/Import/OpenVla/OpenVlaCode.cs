namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>Codes of findings about OpenVLA and OpenVLA-OFT.</summary>
internal static class OpenVlaCode
{
    /// <summary>No mask: every channel is scaled.</summary>
    public const string NoMask = "EX140";

    /// <summary>A gripper of 0…1 is scaled with the arm.</summary>
    public const string GripperScaled = "EX141";

    /// <summary>Two files of the checkpoint have statistics.</summary>
    public const string TwoSources = "EX142";

    /// <summary>How the controller's gripper takes the decoded value is in no file.</summary>
    public const string GripperNotStated = "EX143";

    /// <summary>A convention is in no file.</summary>
    public const string NotStated = "EX144";

    /// <summary>The platform, from which OpenVLA-OFT takes its scheme, is in no file.</summary>
    public const string PlatformNotStated = "EX145";

    /// <summary>The statistics have other dimensions than the platform.</summary>
    public const string PlatformDimensions = "EX146";

    /// <summary>An OpenVLA-OFT checkpoint is read as OpenVLA.</summary>
    public const string OtherLibrary = "EX147";
}
