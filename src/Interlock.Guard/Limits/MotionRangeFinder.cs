using System.Runtime.CompilerServices;

namespace Interlock.Guard.Limits;

/// <summary>
/// Finds the range of motions from which the channel can still stop inside its bounds. By induction the range is never empty
/// once the channel was anchored inside its bounds: the first step of the stop secured one step ago is always in it.
/// </summary>
internal static class MotionRangeFinder
{
    /// <summary>Share of the full speed that stays allowed at a hard bound inside the soft zone, so that the bound can be reached.</summary>
    private const double SoftSpeedFloor = 0.05;

    /// <summary>Halvings of the interval between the secured stop and the wish on a jerk-limited channel (resolution 1/4096).</summary>
    private const int JerkHalvings = 12;

    /// <summary>Range of a channel at <paramref name="position"/> that moved <paramref name="motion"/> in the last step.</summary>
    /// <param name="wish">The motion that is asked for; steers the search on jerk-limited channels only.</param>
    public static MotionRange Find(double position, double motion, double change, double wish, in ChannelEnvelope envelope)
    {
        double roomUp = envelope.High - position;
        double roomDown = position - envelope.Low;
        if (!(roomUp >= 0 && roomDown >= 0))
        {
            return FromOutside(roomUp, roomDown, envelope);
        }

        if (envelope.HasJerkLimit)
        {
            return WithJerkLimit(position, motion, change, wish, envelope);
        }

        return envelope.HasMotionChangeLimit
            ? WithMotionChangeLimit(position, motion, envelope)
            : WithSpeedLimit(position, envelope);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static MotionRange WithSpeedLimit(double position, in ChannelEnvelope envelope)
    {
        double high = Math.Min(SoftSpeedUp(position, envelope), envelope.High - position);
        double low = -Math.Min(SoftSpeedDown(position, envelope), position - envelope.Low);
        return new MotionRange(low, high, 0, true);
    }

    private static MotionRange WithMotionChangeLimit(double position, double motion, in ChannelEnvelope envelope)
    {
        double change = envelope.MaxMotionChange;
        double brake = ChannelStop.NextMotion(motion, 0, envelope);
        double high = Reach(Math.Min(SoftSpeedUp(position, envelope), motion + change), envelope.High - position, change);
        double low = -Reach(Math.Min(SoftSpeedDown(position, envelope), change - motion), position - envelope.Low, change);
        high = Math.Max(Math.Max(high, motion - change), brake);
        low = Math.Min(Math.Min(low, motion + change), brake);
        return new MotionRange(low, high, brake, true);
    }

    /// <summary>The largest motion up to <paramref name="wanted"/> that can be stopped within <paramref name="room"/>.</summary>
    private static double Reach(double wanted, double room, double change)
    {
        if (wanted <= 0 || StoppingDistance.SurelyFits(wanted, room, change))
        {
            return wanted;
        }

        return Math.Min(wanted, StoppingDistance.LargestStep(room, change));
    }

    private static MotionRange WithJerkLimit(double position, double motion, double change, double wish, in ChannelEnvelope envelope)
    {
        double brake = ChannelStop.NextMotion(motion, change, envelope);
        double brakeChange = brake - motion;
        double low = Math.Max(change - envelope.MaxMotionJerk, -envelope.MaxMotionChange);
        double high = Math.Min(change + envelope.MaxMotionJerk, envelope.MaxMotionChange);
        double wishedChange = Math.Min(Math.Max(wish - motion, low), high);
        double secured = LastSecured(position, motion, brakeChange, wishedChange, envelope);
        double reached = motion + secured;
        return secured == brakeChange
            ? new MotionRange(brake, brake, brake, true)
            : new MotionRange(Math.Min(brake, reached), Math.Max(brake, reached), brake, true);
    }

    private static double LastSecured(double position, double motion, double secured, double wished, in ChannelEnvelope envelope)
    {
        if (IsSecured(position, motion, wished, envelope))
        {
            return wished;
        }

        double refused = wished;
        for (int i = 0; i < JerkHalvings; i++)
        {
            double middle = (secured + refused) / 2;
            if (IsSecured(position, motion, middle, envelope))
            {
                secured = middle;
            }
            else
            {
                refused = middle;
            }
        }

        return secured;
    }

    private static bool IsSecured(double position, double motion, double change, in ChannelEnvelope envelope) =>
        JerkLimitedStop.IsVerified(position + motion + change, motion + change, change, envelope);

    /// <summary>
    /// Outside its bounds a channel may only come back, so slowly that it can stand still at any moment, and unless the options say so only
    /// where one step is enough.
    /// </summary>
    private static MotionRange FromOutside(double roomUp, double roomDown, in ChannelEnvelope envelope)
    {
        double outside = roomUp < 0 ? -roomUp : -roomDown;
        double most = Math.Min(envelope.MaxReturnMotion, roomUp < 0 ? roomDown : roomUp);
        bool isNear = outside <= envelope.MaxReturnMotion;
        return !isNear && !envelope.MayReturn ? new MotionRange(0, 0, 0, false)
            : roomUp < 0 ? new MotionRange(-most, 0, 0, true)
            : new MotionRange(0, most, 0, true);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SoftSpeedUp(double position, in ChannelEnvelope envelope) =>
        position > envelope.SoftHigh
            ? envelope.MaxMotion * Math.Max(SoftSpeedFloor, (envelope.High - position) / (envelope.High - envelope.SoftHigh))
            : envelope.MaxMotion;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SoftSpeedDown(double position, in ChannelEnvelope envelope) =>
        position < envelope.SoftLow
            ? envelope.MaxMotion * Math.Max(SoftSpeedFloor, (position - envelope.Low) / (envelope.SoftLow - envelope.Low))
            : envelope.MaxMotion;
}
