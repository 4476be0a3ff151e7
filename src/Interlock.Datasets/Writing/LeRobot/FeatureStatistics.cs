namespace Interlock.Datasets.Writing.LeRobot;

/// <summary>Smallest, largest, mean and population standard deviation per channel, over all rows; the dataset's are those of all its frames.</summary>
internal sealed class FeatureStatistics(int width)
{
    private readonly double[] _min = Filled(width, double.PositiveInfinity);
    private readonly double[] _max = Filled(width, double.NegativeInfinity);
    private readonly double[] _mean = new double[width];
    private readonly double[] _squares = new double[width];

    public long Count { get; private set; }

    public int Width => width;

    public double[] Min => [.. _min];

    public double[] Max => [.. _max];

    public double[] Mean => [.. _mean];

    public double[] StandardDeviation => [.. _squares.Select(sum => Math.Sqrt(sum / Math.Max(1, Count)))];

    /// <param name="rows">Row-major, a multiple of the width.</param>
    public void Add(ReadOnlySpan<double> rows)
    {
        for (int start = 0; start < rows.Length; start += width)
        {
            Count++;
            for (int i = 0; i < width; i++)
            {
                Add(i, rows[start + i]);
            }
        }
    }

    // Welford's recurrence: sums of squares would lose what is small beside the mean.
    private void Add(int channel, double value)
    {
        _min[channel] = Math.Min(_min[channel], value);
        _max[channel] = Math.Max(_max[channel], value);
        double difference = value - _mean[channel];
        _mean[channel] += difference / Count;
        _squares[channel] += difference * (value - _mean[channel]);
    }

    private static double[] Filled(int count, double value)
    {
        double[] values = new double[count];
        values.AsSpan().Fill(value);
        return values;
    }
}
