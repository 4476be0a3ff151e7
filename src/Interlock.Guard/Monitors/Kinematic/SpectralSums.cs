using System.Numerics;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// The sums over one window of as many channels as a vector holds. The mean is removed at the end: every sum is linear in
/// the samples, but for the
/// squares, and the samples are taken from the first one on so that a large offset costs no digits.
/// </summary>
internal struct SpectralSums
{
    private Vector<double> _plain;
    private Vector<double> _zero;
    private Vector<double> _last;
    private Vector<double> _hannSquared;
    private Vector<double> _cos1;
    private Vector<double> _sin1;
    private Vector<double> _cos2;
    private Vector<double> _sin2;
    private Vector<double> _cos3;
    private Vector<double> _sin3;
    private Vector<double> _squares;

    public void Add(in SpectralCoefficients c, Vector<double> sample)
    {
        Vector<double> weighted = new Vector<double>(c.HannSquared) * sample;
        _plain += sample;
        _zero += new Vector<double>(c.Zero) * sample;
        _last += new Vector<double>(c.Last) * sample;
        _hannSquared += weighted;
        _cos1 += new Vector<double>(c.Cos1) * sample;
        _sin1 += new Vector<double>(c.Sin1) * sample;
        _cos2 += new Vector<double>(c.Cos2) * sample;
        _sin2 += new Vector<double>(c.Sin2) * sample;
        _cos3 += new Vector<double>(c.Cos3) * sample;
        _sin3 += new Vector<double>(c.Sin3) * sample;
        _squares += weighted * sample;
    }

    /// <summary>Σ_{k&lt;4} |X_k|² of the windowed samples without their mean.</summary>
    /// <param name="all">Sums of the coefficients over the window.</param>
    /// <param name="length">Samples of the window.</param>
    public readonly Vector<double> LowEnergy(in SpectralCoefficients all, int length)
    {
        Vector<double> mean = _plain / length;
        return Square(_zero - (mean * all.Zero))
            + Square(_cos1 - (mean * all.Cos1)) + Square(_sin1 - (mean * all.Sin1))
            + Square(_cos2 - (mean * all.Cos2)) + Square(_sin2 - (mean * all.Sin2))
            + Square(_cos3 - (mean * all.Cos3)) + Square(_sin3 - (mean * all.Sin3));
    }

    /// <summary>Σ_{k≤16} |X_k|², by Parseval's identity from the energy of the samples and the two bins that occur once.</summary>
    /// <param name="all">Sums of the coefficients over the window.</param>
    /// <param name="length">Samples of the window.</param>
    public readonly Vector<double> TotalEnergy(in SpectralCoefficients all, int length)
    {
        Vector<double> mean = _plain / length;
        Vector<double> energy = _squares - (mean * ((2 * _hannSquared) - (mean * all.HannSquared)));
        return 0.5 * ((length * energy) + Square(_zero - (mean * all.Zero)) + Square(_last - (mean * all.Last)));
    }

    private static Vector<double> Square(Vector<double> value) => value * value;
}
