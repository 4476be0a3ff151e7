namespace Interlock.Datasets.Inspection.Checks;

/// <summary>Extremes of one channel over all episodes; numbers that are not finite are left out.</summary>
internal sealed class ChannelRange
{
    public double Min { get; private set; } = double.PositiveInfinity;

    public double Max { get; private set; } = double.NegativeInfinity;

    public bool IsWhole { get; private set; } = true;

    public bool IsEmpty => Min > Max;

    public double Largest => Math.Max(Math.Abs(Min), Math.Abs(Max));

    public void Add(double value)
    {
        if (double.IsFinite(value))
        {
            Min = Math.Min(Min, value);
            Max = Math.Max(Max, value);
            IsWhole &= value == Math.Floor(value);
        }
    }

    public static ChannelRange[] Of(int channels) => [.. Enumerable.Range(0, channels).Select(_ => new ChannelRange())];

    public static void AddRows(ChannelRange[] ranges, double[] rows)
    {
        if (ranges.Length == 0)
        {
            return;
        }

        for (int i = 0, channel = 0; i < rows.Length; i++)
        {
            ranges[channel].Add(rows[i]);
            channel = channel + 1 == ranges.Length ? 0 : channel + 1;
        }
    }
}
