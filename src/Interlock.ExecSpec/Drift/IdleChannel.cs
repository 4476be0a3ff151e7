using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>What a mis-decoded idle command does to one channel, in SI units.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Idle">What idle means for it.</param>
/// <param name="Quantity">What it moves.</param>
/// <param name="PerCommand">m or rad for each idle command; null for velocities or when not known.</param>
/// <param name="PerSecond">m/s or rad/s; null for a single displacement or when not known.</param>
/// <param name="Missing">What is not known.</param>
internal sealed record IdleChannel(
    ActionChannel Channel,
    IdleCommand Idle,
    UnitQuantity Quantity,
    double? PerCommand,
    double? PerSecond,
    NullMotionGaps Missing)
{
    public static IdleChannel Of(ActionSpec action, ActionChannel channel, ChannelMismatch mismatch, double typicalAction)
    {
        IdleCommand idle = IdleCommands.Of(action, channel);
        double? scale = HasAngles(action, channel) ? PhysicalScale.SiPerCommand(channel) : null;
        double? shift = Finite(scale * DecodedShift(idle, mismatch, typicalAction));
        return new(
            channel,
            idle,
            PhysicalScale.QuantityOf(channel),
            idle is IdleCommand.ZeroVelocity or IdleCommand.Unknown ? null : shift,
            shift * CommandsPerSecond(idle, action),
            Gaps(action, channel, idle, mismatch));
    }

    private static double DecodedShift(IdleCommand idle, ChannelMismatch mismatch, double typicalAction) =>
        idle == IdleCommand.PresentPose && double.IsFinite(mismatch.Gain) ? mismatch.Apply(typicalAction) - typicalAction : mismatch.Offset;

    private static double? CommandsPerSecond(IdleCommand idle, ActionSpec action) => idle switch
    {
        IdleCommand.ZeroVelocity => 1,
        IdleCommand.ZeroStep => action.RateHz,
        IdleCommand.ZeroOffset when action.Execute > 0 => action.RateHz / action.Execute,
        _ => null,
    };

    private static NullMotionGaps Gaps(ActionSpec action, ActionChannel channel, IdleCommand idle, ChannelMismatch mismatch)
    {
        NullMotionGaps gaps = (idle, action.RateHz, action.Execute) switch
        {
            (IdleCommand.Unknown, _, _) => NullMotionGaps.Reference,
            (IdleCommand.ZeroStep, null, _) => NullMotionGaps.Rate,
            (IdleCommand.ZeroOffset, null, null) => NullMotionGaps.Rate | NullMotionGaps.Execute,
            (IdleCommand.ZeroOffset, null, _) => NullMotionGaps.Rate,
            (IdleCommand.ZeroOffset, _, null) => NullMotionGaps.Execute,
            _ => NullMotionGaps.None,
        };
        gaps |= mismatch.Comparability == Comparability.NotFinite ? NullMotionGaps.FiniteStatistics : NullMotionGaps.None;
        return gaps | (!HasAngles(action, channel) ? NullMotionGaps.RotationForm : IsScaled(channel) ? NullMotionGaps.None : ScaleGap(channel.Role));
    }

    private static NullMotionGaps ScaleGap(ChannelRole role) => role switch
    {
        ChannelRole.Position => NullMotionGaps.TranslationScale,
        ChannelRole.Orientation => NullMotionGaps.RotationScale,
        ChannelRole.Joint => NullMotionGaps.JointScale,
        _ => NullMotionGaps.None,
    };

    private static bool IsScaled(ActionChannel channel) => PhysicalScale.SiPerCommand(channel) is not null && channel.Role switch
    {
        ChannelRole.Position => PhysicalScale.QuantityOf(channel) == UnitQuantity.Length,
        ChannelRole.Orientation => PhysicalScale.QuantityOf(channel) == UnitQuantity.Angle,
        _ => true,
    };

    private static bool HasAngles(ActionSpec action, ActionChannel channel) => !action.Rotations.Any(group =>
        group.Form is RotationForm.QuatXyzw or RotationForm.Rot6d && group.Channels.Contains(channel.Name));

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
