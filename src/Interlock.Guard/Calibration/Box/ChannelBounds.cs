namespace Interlock.Guard.Calibration.Box;

/// <summary>Lowest and highest command per channel; infinite where a channel has none.</summary>
/// <param name="Min">In channel units.</param>
/// <param name="Max">In channel units.</param>
internal sealed record ChannelBounds(double[] Min, double[] Max)
{
    /// <summary>The lower bound as a contract states it: null where there is none.</summary>
    public double? StatedMin(int channel) => double.IsFinite(Min[channel]) ? Min[channel] : null;

    /// <summary>The upper bound as a contract states it.</summary>
    public double? StatedMax(int channel) => double.IsFinite(Max[channel]) ? Max[channel] : null;
}
