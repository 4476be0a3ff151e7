using Interlock.Core.Contract;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>The idle command of each channel.</summary>
public static class IdleCommands
{
    /// <summary>What an idle command is for a channel: its own reference before the action's; velocities whatever the reference.</summary>
    /// <param name="action">The action.</param>
    /// <param name="channel">A channel of it.</param>
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
