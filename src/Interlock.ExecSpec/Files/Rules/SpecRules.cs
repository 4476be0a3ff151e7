using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>What has to hold for a specification to mean something (errors), and what is legal but a defect (warnings).</summary>
public static class SpecRules
{
    /// <summary>Checks a specification that was built in code; files are checked by <see cref="SpecFile"/>.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="collector">Takes every finding (EX107 to EX118) with the key path as its place.</param>
    public static void Check(ExecutableSpec spec, DiagnosticCollector collector)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(collector);
        Check(spec, new RuleReport(collector, key => new SourcePlace(null, null, key)));
    }

    internal static void Check(ExecutableSpec spec, RuleReport report)
    {
        NameRules.Check(spec.Name, SpecKeys.Name, report);
        CheckPolicy(spec.Policy, report);
        ActionRules.Check(spec.Action, report);
        NormaliserRules.Check(spec.Unnormaliser, SpecKeys.Unnormaliser, spec.Action.Channels.Count, spec.Action.Horizon, report);
        MaskRules.Check(spec, report);
        GripperRules.Check(spec, report);
        ControllerRules.Check(spec.Controller, report);
        ObservationRules.Check(spec.Observation, report);
        CheckSiblings(spec, report);
    }

    private static void CheckPolicy(PolicyIdentity? policy, RuleReport report)
    {
        NameRules.CheckText(policy?.Name, "policy.name", report);
        NameRules.CheckText(policy?.Family, "policy.family", report);
        NameRules.CheckText(policy?.Revision, "policy.revision", report);
        NameRules.CheckText(policy?.Library, "policy.library", report);
        NameRules.CheckText(policy?.LibraryVersion, "policy.library_version", report);
        NameRules.CheckText(policy?.Dtype, "policy.dtype", report);
        NumberRules.Count(policy?.SamplerSteps, SpecLimits.MaxSamplerSteps, "policy.sampler_steps", report);
    }

    /// <summary>Siblings of another robot have their own number of channels.</summary>
    private static void CheckSiblings(ExecutableSpec spec, RuleReport report)
    {
        if (!NumberRules.Length(spec.Siblings.Count, SpecLimits.MaxItems, "siblings", report))
        {
            return;
        }

        string[] keys = [spec.Unnormaliser.Key, .. spec.Siblings.Select(sibling => sibling.Key)];
        NameRules.CheckUnique(keys, i => i == 0 ? "unnormaliser.key" : $"siblings[{i - 1}].key", report);
        for (int i = 0; i < spec.Siblings.Count; i++)
        {
            NormaliserRules.Check(spec.Siblings[i], $"siblings[{i}]", channels: null, horizon: null, report);
        }
    }
}
