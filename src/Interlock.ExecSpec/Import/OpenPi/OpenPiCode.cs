namespace Interlock.ExecSpec.Import.OpenPi;

/// <summary>Codes of findings about openpi.</summary>
internal static class OpenPiCode
{
    /// <summary>Whether the policy uses quantiles or standard scores is in no file of the checkpoint.</summary>
    public const string SchemeNotStated = "EX148";

    /// <summary>The action has more channels than the statistics.</summary>
    public const string ShorterThanAction = "EX150";

    /// <summary>The statistics have more channels than the action.</summary>
    public const string LongerThanAction = "EX151";

    /// <summary>What 0 and 1 of the gripper mean depends on the robot's adapter, which is in no file.</summary>
    public const string GripperNotStated = "EX152";

    /// <summary>The state is not normalised.</summary>
    public const string NoStateStatistics = "EX153";

    /// <summary>Whether the numbers are targets or offsets is in no file.</summary>
    public const string ReferenceNotStated = "EX154";
}
