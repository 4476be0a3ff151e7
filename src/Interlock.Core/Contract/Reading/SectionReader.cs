namespace Interlock.Core.Contract.Reading;

/// <summary>Reads the optional groups of a contract; each is null when its key is absent.</summary>
internal static class SectionReader
{
    public static SpeedNorm ReadSpeedNorm(GroupReader group)
    {
        group.Require("channels", "name the channels whose common speed is limited");
        group.Require("max", "state the largest speed, in units per second");
        return new SpeedNorm(group.Texts("channels"), group.Number("max") ?? double.NaN);
    }

    public static Workspace? ReadWorkspace(GroupReader root)
    {
        if (root.Group("workspace", ContractKeys.Workspace) is not { } group)
        {
            return null;
        }

        group.Require("channels", "name the Cartesian channels of the box");
        group.Require("min", "state the lowest corner, one number per channel");
        group.Require("max", "state the highest corner, one number per channel");
        return new Workspace(group.Texts("channels"), group.Numbers("min"), group.Numbers("max"));
    }

    public static ForceLimit? ReadForce(GroupReader root) =>
        root.Group("force", ContractKeys.Force) is not { } group
            ? null
            : new ForceLimit
            {
                MaxForceN = group.Number("max_force_n"),
                MaxTorqueNm = group.Number("max_torque_nm"),
                OnExceed = group.Word<StopReaction>("on_exceed") ?? StopReaction.Stop,
            };

    public static Watchdog? ReadWatchdog(GroupReader root)
    {
        if (root.Group("watchdog", ContractKeys.Watchdog) is not { } group)
        {
            return null;
        }

        group.Require("max_age_ms", "state the largest age of an action, in milliseconds");
        return new Watchdog(group.Number("max_age_ms") ?? double.NaN, group.Word<StopReaction>("on_stale") ?? StopReaction.Hold);
    }

    public static Escalation? ReadEscalation(GroupReader root)
    {
        if (root.Group("escalation", ContractKeys.Escalation) is not { } group)
        {
            return null;
        }

        group.Require("max_clip_fraction", "state the largest change that does not count, from 0 to 1");
        group.Require("for_steps", "state the number of consecutive steps");
        return new Escalation(
            group.Number("max_clip_fraction") ?? double.NaN,
            group.WholeNumber("for_steps") ?? 0,
            group.Word<StopReaction>("then") ?? StopReaction.Stop);
    }

    public static MonitorSettings? ReadMonitors(GroupReader root) =>
        root.Group("monitors", ContractKeys.Monitors) is not { } group
            ? null
            : new MonitorSettings
            {
                Profile = group.Word<PolicyProfile>("profile") ?? PolicyProfile.Unknown,
                Calibration = group.Text("calibration"),
            };
}
