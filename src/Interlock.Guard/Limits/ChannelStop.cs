namespace Interlock.Guard.Limits;

/// <summary>The stop of one channel, whatever limits it has.</summary>
internal static class ChannelStop
{
    /// <summary>Motion of the next step of the stop, from the last motion and its change.</summary>
    public static double NextMotion(double motion, double change, in ChannelEnvelope envelope)
    {
        if (envelope.HasJerkLimit)
        {
            double next = JerkLimitedStop.NextChange(motion, change, envelope.MaxMotionChange, envelope.MaxMotionJerk);
            return JerkLimitedStop.Settle(motion + next, envelope.MaxMotionJerk);
        }

        double most = envelope.MaxMotionChange;
        return motion > 0 ? Math.Max(0, motion - most) : Math.Min(0, motion + most);
    }
}
