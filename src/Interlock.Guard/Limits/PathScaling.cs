namespace Interlock.Guard.Limits;

/// <summary>
/// Slows the whole motion down along its own direction (PACS, arXiv 2511.06385: deviating from the learned path, not being limited,
/// is what ruins a policy). Channels that cannot slow down as fast as the others deviate, as the last resort.
/// </summary>
internal static class PathScaling
{
    /// <summary>A channel that is beyond its limit by a rounding error must not stop all others.</summary>
    private const double RoundingShare = 1e-12;

    /// <summary>Largest share s in [0, 1] of the wish that every channel of the path may take; grippers are not part of the path.</summary>
    public static double LargestShare(
        ReadOnlySpan<double> wish, ReadOnlySpan<double> low, ReadOnlySpan<double> high, ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        double share = 1;
        for (int i = 0; i < wish.Length; i++)
        {
            double reach = wish[i] > 0 ? high[i] : -low[i];
            double way = Math.Abs(wish[i]);
            if (!envelopes[i].IsGripper && share * way > reach + Rounding(envelopes[i]))
            {
                share = Math.Max(0, reach / way);
            }
        }

        return share;
    }

    private static double Rounding(in ChannelEnvelope envelope)
    {
        double step = Math.Min(Math.Min(envelope.MaxMotion, envelope.MaxMotionChange), envelope.MaxMotionJerk);
        return double.IsPositiveInfinity(step) ? 0 : RoundingShare * step;
    }
}
