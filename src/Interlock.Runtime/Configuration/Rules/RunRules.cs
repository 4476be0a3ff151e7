using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>What has to go together for a run to mean something. Ranges of single values are the reader's.</summary>
internal static class RunRules
{
    public static void Check(RunSettings settings, RuleReport report)
    {
        PolicyRules.Check(settings.Policy, "policy", report);
        if (settings.FallbackPolicy is { } fallback)
        {
            PolicyRules.Check(fallback, "fallback_policy", report);
        }

        RateRules.Check(settings, settings.Loop.RateHz, report);
        CameraRules.Check(settings, report);
        ReactionRules.Check(settings, report);
        RecordingRules.Check(settings, report);
        GateRules.Check(settings, report);
        if (settings.Live is { } live)
        {
            LiveKeyRules.Check(live, report);
        }
    }
}
