using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// One window of the spectrum, accumulated sample by sample for all channels at once: no history is kept and every step
/// costs the same.
/// </summary>
internal sealed class SpectralWindow
{
    /// <summary>Samples of a window.</summary>
    internal const int Length = 32;

    private static readonly SpectralCoefficients[] Coefficients = SpectralCoefficients.Table(Length);
    private static readonly SpectralCoefficients AllCoefficients = SpectralCoefficients.Sum(Coefficients);

    private readonly int _delay;
    private readonly Vector<double>[] _armWeight;
    private readonly Vector<double>[] _origin;
    private readonly SpectralSums[] _sums;
    private int _index;

    /// <param name="channels">The channels.</param>
    /// <param name="delay">Actions that pass before the first window begins.</param>
    public SpectralWindow(ChannelLanes channels, int delay)
    {
        _delay = delay;
        _index = -delay;
        _armWeight = channels.ArmWeight;
        _origin = Lanes.Zeros(channels.Count);
        _sums = new SpectralSums[_origin.Length];
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
            position.CopyTo(_origin, 0);
            Array.Clear(_sums);
        }

        ref readonly SpectralCoefficients coefficients = ref Coefficients[_index];
        for (int i = 0; i < position.Length; i++)
        {
            _sums[i].Add(coefficients, position[i] - _origin[i]);
        }

        _index++;
        return _index == Length && Finish();
    }

    public void Reset()
    {
        _index = -_delay;
        LowBandShare = double.NaN;
    }

    private bool Finish()
    {
        Vector<double> low = Vector<double>.Zero;
        Vector<double> total = Vector<double>.Zero;
        for (int i = 0; i < _sums.Length; i++)
        {
            low += _armWeight[i] * _sums[i].LowEnergy(AllCoefficients, Length);
            total += _armWeight[i] * _sums[i].TotalEnergy(AllCoefficients, Length);
        }

        double all = Vector.Sum(total);
        LowBandShare = all > Rest.NormSquared ? Math.Clamp(Vector.Sum(low) / all, 0, 1) : double.NaN;
        _index = 0;
        return true;
    }
}
