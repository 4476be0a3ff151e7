namespace Interlock.Guard.Calibration.Box;

/// <summary>Lowest and highest command per channel; null where a channel has none.</summary>
/// <param name="Min">In channel units.</param>
/// <param name="Max">In channel units.</param>
internal sealed record ChannelBounds(double?[] Min, double?[] Max)
{
    public bool Contains(ReadOnlySpan<double> action)
    {
        bool inside = true;
        for (int j = 0; j < action.Length; j++)
        {
            inside &= Contains(action[j], j);
        }

        return inside;
    }

    public bool Contains(double value, int channel) => !(value < Min[channel]) && !(value > Max[channel]);
}
