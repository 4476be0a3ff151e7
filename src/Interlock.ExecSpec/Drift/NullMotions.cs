using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>Computes <see cref="NullMotion"/> group by group: translation, rotation, joints.</summary>
internal static class NullMotions
{
    private const double MmPerMetre = 1000;

    public static NullMotion Of(ActionSpec action, MismatchTransform transform, CertifiedStatistics statistics)
    {
        NullMotion worst = At(action, 0, transform, statistics);
        for (int timestep = 1; timestep < transform.Timesteps; timestep++)
        {
            NullMotion next = At(action, timestep, transform, statistics);
            worst = worst with
            {
                MmPerS = Larger(worst.MmPerS, next.MmPerS),
                RadPerS = Larger(worst.RadPerS, next.RadPerS),
                Mm = Larger(worst.Mm, next.Mm),
                Rad = Larger(worst.Rad, next.Rad),
                LargestJoint = next.Rad > worst.Rad || next.RadPerS > worst.RadPerS ? next.LargestJoint : worst.LargestJoint,
                Missing = worst.Missing | next.Missing,
            };
        }

        return worst;
    }

    private static NullMotion At(ActionSpec action, int timestep, MismatchTransform transform, CertifiedStatistics statistics)
    {
        IdleChannel[] channels = [.. action.Channels
            .Select((channel, index) => IdleChannel.Of(action, channel, transform[timestep, index], statistics.TypicalAction(timestep, index)))
            .Where(idle => idle.Channel.Role != ChannelRole.Gripper)];
        IdleGroup translation = IdleGroup.Norm(channels.Where(idle => idle.Channel.Role == ChannelRole.Position), UnitQuantity.Length);
        IdleGroup rotation = IdleGroup.Norm(channels.Where(idle => idle.Channel.Role == ChannelRole.Orientation), UnitQuantity.Angle);
        IdleChannel[] joints = [.. channels.Where(idle => idle.Channel.Role is ChannelRole.Joint or ChannelRole.Other)];
        IdleGroup sliding = IdleGroup.Largest(joints.Where(idle => idle.Quantity == UnitQuantity.Length));
        IdleGroup turning = IdleGroup.Largest(joints.Where(idle => idle.Quantity == UnitQuantity.Angle));
        bool isJoint = (turning.PerSecond ?? turning.PerCommand) > (rotation.PerSecond ?? rotation.PerCommand ?? double.NegativeInfinity);
        return new NullMotion
        {
            MmPerS = Larger(translation.PerSecond, sliding.PerSecond) * MmPerMetre,
            RadPerS = Larger(rotation.PerSecond, turning.PerSecond),
            Mm = Larger(translation.PerCommand, sliding.PerCommand) * MmPerMetre,
            Rad = Larger(rotation.PerCommand, turning.PerCommand),
            LargestJoint = isJoint ? turning.LargestChannel : null,
            Idle = channels.FirstOrDefault()?.Idle ?? IdleCommand.Unknown,
            Missing = channels.Aggregate(NullMotionGaps.None, (all, idle) => all | idle.Missing),
        };
    }

    private static double? Larger(double? a, double? b) => a is null || b > a ? b : a;
}
