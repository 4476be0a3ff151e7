using Interlock.Guard.Channels;

namespace Interlock.Guard.Limits;

/// <summary>Makes a command of a position and a motion without a rounding error that would break a limit.</summary>
internal static class CommandRounding
{
    /// <summary>Continuous joints are commanded on the turn that the policy uses, if that is one that a robot can be on.</summary>
    public static double OnTurnOf(double raw, double command, bool untouched, double period)
    {
        if (Wrapping.IsLost(raw, period))
        {
            return Wrapping.Found(command, period);
        }

        return untouched ? raw : raw + Math.IEEERemainder(command - raw, period);
    }

    /// <summary>position + motion, never a rounding error beyond a bound or the step limit.</summary>
    public static double Sum(double position, double motion, in ChannelEnvelope envelope)
    {
        double command = position + motion;
        if (Math.Abs(command - position) > envelope.MaxMotion)
        {
            command = command > position ? Math.BitDecrement(command) : Math.BitIncrement(command);
        }

        // A channel on its way back from outside is not yet inside.
        double low = Math.Min(envelope.Low, position);
        double high = Math.Max(envelope.High, position);
        return Math.Min(Math.Max(command, low), high);
    }
}
