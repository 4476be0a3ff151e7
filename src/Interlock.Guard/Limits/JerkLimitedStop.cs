namespace Interlock.Guard.Limits;

/// <summary>
/// The stop that is always at hand on a channel with a jerk limit: a dead-beat rule that brings motion and its change to zero
/// together. The rule has no memory, so the stop verified from a state is, from its second step on, the stop of the next state;
/// a guard that falls back on it can therefore never be caught without one.
/// </summary>
internal static class JerkLimitedStop
{
    /// <summary>Longest stop that is verified step by step; a longer one counts as none (two seconds at 1 kHz).</summary>
    private const int LongestStopSteps = 2048;

    /// <summary>Slack in the quick test for the steps that discrete time adds to the continuous stop.</summary>
    private const double DiscreteSlackSteps = 4;

    /// <summary>The change of motion that the stop applies next.</summary>
    /// <param name="motion">m: motion of the last step.</param>
    /// <param name="change">n: its change against the step before.</param>
    /// <param name="maxChange">A.</param>
    /// <param name="maxJerk">J.</param>
    public static double NextChange(double motion, double change, double maxChange, double maxJerk)
    {
        // The largest |n'| whose run-out n', n' ∓ J, … does not carry the motion past zero; same sums as a braking distance.
        double wanted = -Math.CopySign(StoppingDistance.LargestStep(Math.Abs(motion), maxJerk), motion);
        double low = Math.Max(change - maxJerk, -maxChange);
        double high = Math.Min(change + maxJerk, maxChange);
        return Math.Min(Math.Max(wanted, low), high);
    }

    /// <summary>True when the stop from this state stays inside bounds and speed limit.</summary>
    public static bool IsVerified(double position, double motion, double change, in ChannelEnvelope envelope)
    {
        if (!InLimits(position, motion, envelope))
        {
            return false;
        }

        return SurelyFits(position, motion, change, envelope) || RunsOut(position, motion, change, envelope);
    }

    private static bool SurelyFits(double position, double motion, double change, in ChannelEnvelope envelope)
    {
        double jerk = envelope.MaxMotionJerk;
        double drift = (change * change / (2 * jerk)) + Math.Abs(change);
        double peak = Math.Abs(motion) + drift;
        double steps = DiscreteSlackSteps + (2 * Math.Abs(change) / jerk) + StepsFrom(peak, envelope.MaxMotionChange, jerk);
        double room = Math.Min(envelope.High - position, position - envelope.Low);
        return peak <= envelope.MaxMotion && steps < LongestStopSteps && peak * steps <= room;
    }

    private static double StepsFrom(double peak, double maxChange, double jerk) =>
        double.IsPositiveInfinity(maxChange) ? 2 * Math.Sqrt(peak / jerk) : (peak / maxChange) + (maxChange / jerk);

    private static bool RunsOut(double position, double motion, double change, in ChannelEnvelope envelope)
    {
        for (int step = 0; step < LongestStopSteps; step++)
        {
            if (motion == 0 && change == 0)
            {
                return true;
            }

            change = NextChange(motion, change, envelope.MaxMotionChange, envelope.MaxMotionJerk);
            motion = Settle(motion + change, envelope.MaxMotionJerk);
            position += motion;
            if (!InLimits(position, motion, envelope))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Rounding leaves a motion of a few ulp where exact arithmetic leaves none.</summary>
    public static double Settle(double motion, double maxJerk)
    {
        const double roundingShare = 1e-9;
        return Math.Abs(motion) <= roundingShare * maxJerk ? 0 : motion;
    }

    private static bool InLimits(double position, double motion, in ChannelEnvelope envelope) =>
        position >= envelope.Low && position <= envelope.High && Math.Abs(motion) <= envelope.MaxMotion;
}
