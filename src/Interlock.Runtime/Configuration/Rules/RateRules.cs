using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>A policy step is one control period or more.</summary>
internal static class RateRules
{
    /// <param name="settings">The settings.</param>
    /// <param name="loopRateHz">Rate of the loop; null while unknown.</param>
    /// <param name="report">Takes the findings.</param>
    public static void Check(RunSettings settings, double? loopRateHz, RuleReport report)
    {
        CheckPolicy(settings.Policy.RateHz, loopRateHz, "policy", report);
        CheckPolicy(settings.FallbackPolicy?.RateHz, loopRateHz, "fallback_policy", report);
    }

    private static void CheckPolicy(double? policyRateHz, double? loopRateHz, string key, RuleReport report)
    {
        if (policyRateHz > loopRateHz)
        {
            report.Error(
                "RT019",
                $"{key}.rate_hz",
                $"the policy's {ShortNumber.Of(policyRateHz.Value, "Hz")} are more than the loop's {ShortNumber.Of(loopRateHz.Value, "Hz")}",
                "a policy step lasts one control period or more: raise loop.rate_hz or lower this",
                other: "loop");
        }
    }
}
