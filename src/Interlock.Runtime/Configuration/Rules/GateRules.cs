using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>The gate compares a specification with a certificate whose signature somebody believes.</summary>
internal static class GateRules
{
    public static void Check(RunSettings settings, RuleReport report)
    {
        if (settings.Gate is not { } gate)
        {
            return;
        }

        Need(settings.Spec is not null, "gate", "a specification to compare with the certificate", "name it with spec", report);
        Need(gate.Certificate is not null, "gate.certificate", "a certificate", "name it with gate.certificate", report);
        Need(gate.Trust is not null, "gate.trust", "the public keys to believe", "name their folder with gate.trust", report);
    }

    private static void Need(bool isStated, string key, string what, string hint, RuleReport report)
    {
        if (!isStated)
        {
            report.Error("RT026", key, $"the gate cannot decide without {what}", hint, other: "spec");
        }
    }
}
