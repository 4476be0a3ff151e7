using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>Thresholds in their order, and reactions that something can bring about.</summary>
internal static class ReactionRules
{
    public static void Check(RunSettings settings, RuleReport report)
    {
        CheckSupervisor(settings, report);
        CheckConfidence(settings.Confidence, report);
        CheckFallback(settings, report);
    }

    private static void CheckSupervisor(RunSettings settings, RuleReport report)
    {
        SupervisorSettings supervisor = settings.Supervisor;
        if (supervisor.HungAfterMs < supervisor.PolicyTimeoutMs)
        {
            string order = $"hung after {ShortNumber.Of(supervisor.HungAfterMs, "ms")} comes before late after {ShortNumber.Of(supervisor.PolicyTimeoutMs, "ms")}";
            report.Error("RT027", "supervisor.hung_after_ms", order, "raise it to policy_timeout_ms or more");
        }
    }

    private static void CheckConfidence(ConfidenceSettings confidence, RuleReport report)
    {
        if (confidence is { Calibration: null } and ({ AskBelowP: not null } or { DegradeBelowP: not null }))
        {
            string key = confidence.AskBelowP is null ? "confidence.degrade_below_p" : "confidence.ask_below_p";
            report.Error("RT028", key, "a threshold is stated, but no calibration that would give it a meaning", "name the file with confidence.calibration");
        }

        if (confidence.AskBelowP > confidence.DegradeBelowP)
        {
            report.Warn("RT027", "confidence.ask_below_p", "a human is asked before the run is degraded, so that it never is", "lower it below degrade_below_p");
        }
    }

    private static void CheckFallback(RunSettings settings, RuleReport report)
    {
        if (settings.FallbackPolicy is null)
        {
            return;
        }

        if (settings.Run.Shadow)
        {
            report.Warn("RT022", "fallback_policy", "a shadow run moves nothing and never falls back", "remove it, or run.shadow", other: "run");
        }
        else if (settings.Confidence.DegradeBelowP is null)
        {
            report.Warn("RT020", "fallback_policy", "no doubt ever degrades this run: confidence.degrade_below_p is not stated", "state it, or remove the fallback", other: "confidence");
        }
    }
}
