using Interlock.Core.Contract;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>The idle command of each channel.</summary>
internal static class IdleCommands
{
    public static IdleCommand Of(ActionSpec action, ActionChannel channel) => (action.Quantity, channel.Reference ?? action.Reference) switch
    {
        (ActionSpace.JointVelocity, _) => IdleCommand.ZeroVelocity,
        (_, ActionReference.DeltaStep) => IdleCommand.ZeroStep,
        (_, ActionReference.RelativeChunk) => IdleCommand.ZeroOffset,
        (_, ActionReference.Absolute) => IdleCommand.PresentPose,
        (ActionSpace.EeDelta, null) => IdleCommand.ZeroStep,
        _ => IdleCommand.Unknown,
    };
}
