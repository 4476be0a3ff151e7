namespace Interlock.Core.Contract.Rules;

/// <summary>Rules on force, watchdog, escalation and monitors.</summary>
internal static class ReactionRules
{
    public static void Check(SafetyContract contract, RuleReport report)
    {
        if (contract.Force is { } force)
        {
            CheckForce(force, report);
        }

        if (contract.Watchdog is { } watchdog)
        {
            NumberRules.IsInside(
                watchdog.MaxAgeMs, ContractLimits.MinPositive, ContractLimits.MaxAgeMs, "watchdog.max_age_ms", "ms", report);
            WordRules.Check(watchdog.OnStale, "watchdog.on_stale", report);
        }

        if (contract.Escalation is { } escalation)
        {
            NumberRules.IsInside(escalation.MaxClipFraction, 0, 1, "escalation.max_clip_fraction", "", report);
            NumberRules.IsInside(escalation.ForSteps, 1, ContractLimits.MaxEscalationSteps, "escalation.for_steps", "steps", report);
            WordRules.Check(escalation.Then, "escalation.then", report);
        }

        if (contract.Monitors is { } monitors)
        {
            CheckMonitors(monitors, report);
        }
    }

    private static void CheckForce(ForceLimit force, RuleReport report)
    {
        NumberRules.IsUsablePositive(force.MaxForceN, "force.max_force_n", "N", report);
        NumberRules.IsUsablePositive(force.MaxTorqueNm, "force.max_torque_nm", "N·m", report);
        WordRules.Check(force.OnExceed, "force.on_exceed", report);
        if ((force.MaxForceN ?? force.MaxTorqueNm) is null)
        {
            report.Warn("CT057", "force", "the group states no limit, so nothing is checked", "add max_force_n or max_torque_nm");
        }
    }

    private static void CheckMonitors(MonitorSettings monitors, RuleReport report)
    {
        WordRules.Check(monitors.Profile, "monitors.profile", report);
        if (monitors.Calibration is { } file)
        {
            NameRules.Check(file, "monitors.calibration", report);
        }
    }
}
