using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.Runtime.Meaning;

/// <summary>Whether policy, specification and contract speak of the same channels.</summary>
internal static class MeaningRules
{
    public static void Check(SafetyContract contract, ExecutableSpec? spec, int policyDimension, DiagnosticCollector findings)
    {
        int expected = spec?.Action.Channels.Count ?? contract.Channels.Count;
        if (policyDimension != expected)
        {
            findings.Error(
                RuntimeCodes.ActionDimension,
                $"the policy writes {policyDimension} values per action; the {(spec is null ? "contract" : "specification")} has {expected} channels",
                hint: spec is null ? "give a specification that says which channel each value is" : "check which policy the specification belongs to");
        }

        if (spec is null)
        {
            CheckRelative(contract, findings);
            return;
        }

        CheckNames(contract, spec, findings);
    }

    private static void CheckRelative(SafetyContract contract, DiagnosticCollector findings)
    {
        if (contract.Reference == ActionReference.RelativeChunk
            && contract.Channels.FirstOrDefault(channel => channel.Role == ChannelRole.Orientation) is { } channel)
        {
            findings.Error(
                RuntimeCodes.RelativeOrientation,
                $"`{channel.Name}` is an orientation relative to the chunk; orientations are composed, not added",
                hint: "give a specification with a rotation group for it");
        }
    }

    private static void CheckNames(SafetyContract contract, ExecutableSpec spec, DiagnosticCollector findings)
    {
        foreach (ChannelContract channel in contract.Channels)
        {
            if (spec.Action.Channels.FirstOrDefault(other => other.Name == channel.Name) is not { } decoded)
            {
                string? near = NearestName.Of(channel.Name, spec.Action.Channels.Select(other => other.Name));
                findings.Error(
                    RuntimeCodes.SpecChannels,
                    $"the contract's channel `{channel.Name}` is not among the specification's",
                    hint: near is null ? null : $"the specification has `{near}`");
            }
            else if (ChannelMapping.Factor(decoded.Unit, channel.Unit) is null)
            {
                findings.Error(
                    RuntimeCodes.ChannelUnits,
                    $"`{channel.Name}` is {decoded.Unit} in the specification and {channel.Unit} in the contract",
                    hint: "one is not a scale of the other; correct the one that is wrong");
            }
        }

        foreach (ActionChannel extra in spec.Action.Channels.Where(other => contract.Channels.All(channel => channel.Name != other.Name)))
        {
            findings.Error(
                RuntimeCodes.SpecChannels, $"the specification's channel `{extra.Name}` is not in the contract", hint: "every value that is sent needs a limit");
        }
    }
}
