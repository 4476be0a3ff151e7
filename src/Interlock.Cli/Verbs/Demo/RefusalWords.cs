using Interlock.Guard;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Short names for the reasons for which a guard does not use an action.</summary>
internal static class RefusalWords
{
    public static string Of(string code) => code switch
    {
        GuardCodes.NonFinite => "not finite",
        GuardCodes.Stale => "stale action",
        GuardCodes.NoFeasibleCommand => "no safe command",
        GuardCodes.Escalation => "escalation",
        GuardCodes.Latched => "latched",
        _ => "refused",
    };
}
