using Interlock.Guard;
using Interlock.Runtime.Supervision;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Short names for the reasons for which an action is not used.</summary>
internal static class RefusalWords
{
    public static string Of(string code) => code switch
    {
        GuardCodes.NonFinite => "not finite",
        GuardCodes.Stale => "stale action",
        GuardCodes.NoFeasibleCommand => "no safe command",
        GuardCodes.Escalation => "escalation",
        GuardCodes.Latched => "latched",
        SupervisorCodes.PolicyFailed => "policy failed",
        SupervisorCodes.PolicyHung => "policy hangs",
        SupervisorCodes.PolicyStarved => "no action",
        SupervisorCodes.AlarmRaised => "alarm",
        SupervisorCodes.GuardRejects => "refusals",
        _ => "refused",
    };
}
