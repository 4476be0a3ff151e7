namespace Interlock.Guard.Tests.Monitors.Golden;

/// <summary>The streams in <c>golden/safecontract</c> that the monitors are compared on.</summary>
internal static class GoldenStreams
{
    public const string Folder = "golden/safecontract";

    public static TheoryData<string> All =>
        ["s01_smooth_d2", "s03_smooth_d6", "s05_stalled_d7", "s06_out_of_bounds_d7", "s09_smooth_d14", "s11_gripper_flips_d7"];

    public static TheoryData<string> Smooth => ["s01_smooth_d2", "s03_smooth_d6", "s09_smooth_d14"];
}
