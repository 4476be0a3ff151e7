using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// One window of the spectrum, accumulated sample by sample for all channels at once: no history is kept and every step costs the same.
/// Only the bins below the cut-off are summed; the total follows from Parseval's identity, for which the first and the last bin are enough.
/// </summary>
internal sealed class SpectralWindow
{
    /// <summary>Samples of a window.</summary>
    internal const int Length = 32;

    /// <summary>Bins below a quarter of the band of 17: 0, 1, 2, 3.</summary>
    internal const int LowBins = 4;

    // Rows of the coefficient table: Hann, Hann·(−1)ⁿ, Hann², 1, then cosine and sine of bins 1 to 3 times Hann.
    private const int Zero = 0;
    private const int Nyquist = 1;
    private const int HannSquared = 2;
    private const int Plain = 3;
    private const int FirstHarmonic = 4;
    private const int Harmonics = 2 * (LowBins - 1);
    private const int Linear = FirstHarmonic + Harmonics;

    private static readonly double[] Coefficients = BuildCoefficients();
    private static readonly double[] CoefficientSums = SumCoefficients();

    private readonly int _delay;
    private readonly Vector<double>[] _armWeight;
    private readonly Vector<double>[] _origin;
    private readonly Vector<double>[] _sums;
    private readonly Vector<double>[] _squares;
    private int _index;

    /// <param name="channels">The channels.</param>
    /// <param name="delay">Actions that pass before the first window begins.</param>
    public SpectralWindow(ChannelLanes channels, int delay)
    {
        _delay = delay;
        _index = -delay;
        _armWeight = channels.ArmWeight;
        _origin = Lanes.Zeros(channels.Count);
        _sums = new Vector<double>[_origin.Length * Linear];
        _squares = Lanes.Zeros(channels.Count);
    }

    /// <summary>Share of the energy in the low bins of the window that ended last; NaN when there was none.</summary>
    public double LowBandShare { get; private set; } = double.NaN;

    /// <summary>Adds an action; true when it was the last of a window.</summary>
    public bool Add(Vector<double>[] position)
    {
        if (_index < 0)
        {
            _index++;
            return false;
        }

        if (_index == 0)
        {
            // Sums are taken from the first sample on, so that a large offset costs no digits.
            position.CopyTo(_origin, 0);
            Array.Clear(_sums);
            Array.Clear(_squares);
        }

        Accumulate(position);
        _index++;
        return _index == Length && Finish();
    }

    public void Reset()
    {
        _index = -_delay;
        LowBandShare = double.NaN;
    }

    private void Accumulate(Vector<double>[] position)
    {
        ReadOnlySpan<double> coefficients = Coefficients.AsSpan(_index * Linear, Linear);
        for (int i = 0; i < position.Length; i++)
        {
            Vector<double> sample = position[i] - _origin[i];
            Span<Vector<double>> sums = _sums.AsSpan(i * Linear, Linear);
            for (int q = 0; q < Linear; q++)
            {
                sums[q] += new Vector<double>(coefficients[q]) * sample;
            }

            _squares[i] += new Vector<double>(coefficients[HannSquared]) * sample * sample;
        }
    }

    private bool Finish()
    {
        Vector<double> low = Vector<double>.Zero;
        Vector<double> total = Vector<double>.Zero;
        for (int i = 0; i < _squares.Length; i++)
        {
            Vector<double> mean = _sums[(i * Linear) + Plain] / Length;
            Vector<double> zero = MeanFree(i, Zero, mean);
            Vector<double> nyquist = MeanFree(i, Nyquist, mean);
            Vector<double> energy = _squares[i]
                - (mean * ((2 * _sums[(i * Linear) + HannSquared]) - (mean * CoefficientSums[HannSquared])));
            low += _armWeight[i] * LowEnergy(i, zero, mean);
            total += _armWeight[i] * 0.5 * ((Length * energy) + (zero * zero) + (nyquist * nyquist));
        }

        double all = Vector.Sum(total);
        LowBandShare = all > Rest.NormSquared ? Math.Clamp(Vector.Sum(low) / all, 0, 1) : double.NaN;
        _index = 0;
        return true;
    }

    private Vector<double> LowEnergy(int lane, Vector<double> zero, Vector<double> mean)
    {
        Vector<double> energy = zero * zero;
        for (int q = FirstHarmonic; q < Linear; q++)
        {
            Vector<double> part = MeanFree(lane, q, mean);
            energy += part * part;
        }

        return energy;
    }

    private Vector<double> MeanFree(int lane, int row, Vector<double> mean) =>
        _sums[(lane * Linear) + row] - (mean * CoefficientSums[row]);

    private static double[] BuildCoefficients()
    {
        double[] table = new double[Length * Linear];
        for (int n = 0; n < Length; n++)
        {
            double hann = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / (Length - 1)));
            Span<double> row = table.AsSpan(n * Linear, Linear);
            row[Zero] = hann;
            row[Nyquist] = n % 2 == 0 ? hann : -hann;
            row[HannSquared] = hann * hann;
            row[Plain] = 1;
            for (int k = 1; k < LowBins; k++)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * k * n / Length);
                row[FirstHarmonic + (2 * (k - 1))] = hann * cosine;
                row[FirstHarmonic + (2 * (k - 1)) + 1] = hann * sine;
            }
        }

        return table;
    }

    private static double[] SumCoefficients() =>
        [.. Enumerable.Range(0, Linear).Select(q => Enumerable.Range(0, Length).Sum(n => Coefficients[(n * Linear) + q]))];
}
