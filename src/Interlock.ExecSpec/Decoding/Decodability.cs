using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Decoding.References;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding;

/// <summary>Finds everything that keeps a specification from being decoded.</summary>
internal static class Decodability
{
    public static DiagnosticCollector Of(ExecutableSpec spec, Unnormaliser unnormaliser, DecoderUse use)
    {
        DiagnosticCollector findings = new();
        if (use == DecoderUse.Control)
        {
            AddInert(findings, spec, unnormaliser);
            AddNotFinite(findings, spec, unnormaliser);
        }

        if (unnormaliser.Timesteps > 1 && spec.Action.Horizon > unnormaliser.Timesteps)
        {
            findings.Error(
                DecodingCodes.Horizon,
                $"statistics of '{spec.Unnormaliser.Key}' reach {unnormaliser.Timesteps} positions and a chunk has {spec.Action.Horizon}",
                hint: "statistics and horizon belong to different checkpoints");
        }

        foreach ((string message, string hint) in ReferenceFaults.In(spec.Action, spec.Controller))
        {
            findings.Error(DecodingCodes.Reference, message, hint: hint);
        }

        AddGripper(findings, spec);
        return findings;
    }

    private static void AddInert(DiagnosticCollector findings, ExecutableSpec spec, Unnormaliser unnormaliser)
    {
        if (unnormaliser.IsInert)
        {
            findings.Error(
                DecodingCodes.Inert,
                $"unnormaliser '{spec.Unnormaliser.Key}' is {spec.Unnormaliser.Scheme} and has no statistics for it: normalised numbers would reach the robot",
                hint: "load the statistics that the checkpoint was trained with");
        }
    }

    private static void AddNotFinite(DiagnosticCollector findings, ExecutableSpec spec, Unnormaliser unnormaliser)
    {
        for (int i = 0; i < unnormaliser.InverseMap.Scale.Length; i++)
        {
            if (!double.IsFinite(unnormaliser.InverseMap.Scale[i] + unnormaliser.InverseMap.Offset[i]))
            {
                (int timestep, int channel) = int.DivRem(i, unnormaliser.Channels);
                findings.Error(
                    DecodingCodes.NotFinite,
                    $"'{spec.Action.Channels[channel].Name}' has no finite scale and offset at position {timestep} of '{spec.Unnormaliser.Key}'",
                    hint: "statistics with NaN or infinity were never computed");
            }
        }
    }

    private static void AddGripper(DiagnosticCollector findings, ExecutableSpec spec)
    {
        if (spec.Gripper is not { } mapping)
        {
            return;
        }

        ActionChannel? channel = spec.Action.Channels.FirstOrDefault(item => item.Name == mapping.Channel);
        string? fault = channel is null
            ? $"the action has no channel '{mapping.Channel}' for the gripper"
            : GripperStep.Fault(mapping);
        fault ??= CompositionKinds.Of(channel!, spec.Action, spec.Controller) is CompositionKind.OntoChunkStart or CompositionKind.OntoPrevious
            ? $"gripper '{mapping.Channel}' is mapped to the controller's values and is an offset as well"
            : null;
        if (fault is not null)
        {
            findings.Error(DecodingCodes.Gripper, fault, hint: "open, closed and threshold are decoded values; a mapped gripper is absolute");
        }
    }
}
