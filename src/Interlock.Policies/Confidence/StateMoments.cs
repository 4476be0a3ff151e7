namespace Interlock.Policies.Confidence;

/// <summary>Mean and products of many states, summed around the first one so that large offsets cost no digits.</summary>
internal sealed class StateMoments(int dimension)
{
    private readonly double[] _origin = new double[dimension];
    private readonly double[] _sums = new double[dimension];
    private readonly double[] _products = new double[dimension * dimension];
    private readonly double[] _shifted = new double[dimension];

    public int Dimension => dimension;

    public long Count { get; private set; }

    public void Add(ReadOnlySpan<double> state)
    {
        if (Count++ == 0)
        {
            state.CopyTo(_origin);
        }

        for (int i = 0; i < dimension; i++)
        {
            _shifted[i] = state[i] - _origin[i];
            _sums[i] += _shifted[i];
            for (int j = 0; j <= i; j++)
            {
                _products[(i * dimension) + j] += _shifted[i] * _shifted[j];
            }
        }
    }

    public double[] Mean() => [.. _origin.Select((origin, i) => origin + (_sums[i] / Count))];

    /// <summary>Standard deviations; 0 for a channel that moved by rounding noise only.</summary>
    public double[] Deviation()
    {
        const double roundingNoise = 1e-12;
        double[] mean = Mean();
        return
        [
            .. mean.Select((value, i) => Math.Sqrt(Math.Max(0, Covariance(i, i))) is var deviation && deviation > roundingNoise * Math.Abs(value)
                ? deviation
                : 0),
        ];
    }

    /// <summary>Row-major; rows and columns of channels without deviation are those of the identity.</summary>
    public double[] Correlation()
    {
        double[] deviation = Deviation();
        double[] correlation = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bool moves = deviation[i] > 0 && deviation[j] > 0;
                double value = moves ? Covariance(i, j) / (deviation[i] * deviation[j]) : 0;
                correlation[(i * dimension) + j] = correlation[(j * dimension) + i] = value;
            }

            correlation[(i * dimension) + i] = 1;
        }

        return correlation;
    }

    private double Covariance(int i, int j) =>
        (_products[(Math.Max(i, j) * dimension) + Math.Min(i, j)] / Count) - (_sums[i] / Count * (_sums[j] / Count));
}
