using Interlock.Guard.Calibration.Demonstrations;

namespace Interlock.Guard.Calibration.Shapes;

/// <summary>Range per channel over several episodes.</summary>
/// <param name="Min">Smallest action per channel.</param>
/// <param name="Max">Largest action per channel.</param>
internal sealed record RangeUnion(double[] Min, double[] Max)
{
    // 1e-6 of the value lies above the rounding of float32 recordings (6e-8) and below any motion a joint can make.
    private const double StillnessRelative = 1e-6;

    public static RangeUnion Of(DemonstrationSet demonstrations, IEnumerable<int> positions)
    {
        double[] min = new double[demonstrations.Dimension];
        double[] max = new double[demonstrations.Dimension];
        Array.Fill(min, double.PositiveInfinity);
        Array.Fill(max, double.NegativeInfinity);
        foreach (int position in positions)
        {
            EpisodeFacts facts = demonstrations.Facts[position];
            for (int j = 0; j < min.Length; j++)
            {
                min[j] = Math.Min(min[j], facts.Min[j]);
                max[j] = Math.Max(max[j], facts.Max[j]);
            }
        }

        return new RangeUnion(min, max);
    }

    public double Middle(int channel) => Min[channel] + ((Max[channel] - Min[channel]) / 2);

    public double HalfWidth(int channel) => (Max[channel] - Min[channel]) / 2;

    /// <summary>Deviation below which a channel counts as still, in channel units.</summary>
    public double Stillness(int channel) => StillnessRelative * Math.Max(1, Math.Max(Math.Abs(Min[channel]), Math.Abs(Max[channel])));

    public bool IsStill(int channel) => HalfWidth(channel) <= Stillness(channel);
}
