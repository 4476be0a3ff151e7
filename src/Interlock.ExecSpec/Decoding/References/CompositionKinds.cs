using Interlock.Core.Contract;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding.References;

/// <summary>Decides it, from what the policy's number and the controller's command are measured from.</summary>
internal static class CompositionKinds
{
    public static CompositionKind Of(ActionChannel channel, ActionSpec action, ControllerSpec? controller) =>
        (channel.Reference ?? action.Reference, controller?.Reference) switch
        {
            (null, _) => CompositionKind.Pass,
            ({ } policy, { } taken) when policy == taken => CompositionKind.Pass,
            (ActionReference.RelativeChunk, null or ActionReference.Absolute) => CompositionKind.OntoChunkStart,
            (ActionReference.DeltaStep, ActionReference.Absolute) => CompositionKind.OntoPrevious,

            // A joint-position controller would go to the displacement as if it were a posture.
            (ActionReference.DeltaStep, null) => controller?.Kind == ControllerKind.JointPosition ? CompositionKind.Impossible : CompositionKind.Pass,
            (ActionReference.Absolute, null) => CompositionKind.Pass,

            // A gripper keeps its target also where the arm is driven by displacements.
            (ActionReference.Absolute, _) => channel.Role == ChannelRole.Gripper ? CompositionKind.Pass : CompositionKind.Impossible,
            _ => CompositionKind.Impossible,
        };
}
