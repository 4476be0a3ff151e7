using System.Numerics;

namespace Interlock.Guard.Limits;

/// <summary>
/// The quick way for the common step: tells, several channels at a time, that an action keeps every limit as it is. It errs on the
/// side of "no" (the stopping distance is bounded, not computed), and then the filter looks properly.
/// </summary>
internal sealed class PassCheck
{
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _calmLow;
    private readonly double[] _calmHigh;
    private readonly double[] _maxMotion;
    private readonly double[] _maxChange;

    public PassCheck(ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        int lanes = LanesFor(envelopes.Length);
        _low = Filled(lanes, double.NegativeInfinity);
        _high = Filled(lanes, double.PositiveInfinity);
        _calmLow = Filled(lanes, double.NegativeInfinity);
        _calmHigh = Filled(lanes, double.PositiveInfinity);
        _maxMotion = Filled(lanes, double.PositiveInfinity);
        _maxChange = Filled(lanes, double.PositiveInfinity);
        for (int i = 0; i < envelopes.Length; i++)
        {
            (_low[i], _high[i]) = (envelopes[i].Low, envelopes[i].High);
            _calmLow[i] = Math.Max(envelopes[i].SoftLow, envelopes[i].Low);
            _calmHigh[i] = Math.Min(envelopes[i].SoftHigh, envelopes[i].High);
            (_maxMotion[i], _maxChange[i]) = (Math.Min(envelopes[i].MaxMotion, double.MaxValue), envelopes[i].MaxMotionChange);
        }
    }

    /// <summary>Array length that whole vectors fit into.</summary>
    public static int LanesFor(int channelCount)
    {
        int width = Vector<double>.Count;
        return (channelCount + width - 1) / width * width;
    }

    /// <summary>True where the quick way knows every kind of limit that the channels have.</summary>
    public static bool Covers(ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        foreach (ref readonly ChannelEnvelope envelope in envelopes)
        {
            if (envelope.HasJerkLimit || !double.IsNaN(envelope.WrapPeriod))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the action keeps every limit; then motion and change of motion are written. All arrays have whole vectors.</summary>
    public bool Passes(double[] action, double[] position, double[] lastMotion, double[] motion, double[] motionChange)
    {
        Vector<double> largest = new(double.MaxValue);
        for (int i = 0; i < _low.Length; i += Vector<double>.Count)
        {
            Vector<double> a = new(action, i);
            Vector<double> p = new(position, i);
            Vector<double> wish = a - p;
            Vector<double> way = Vector.Abs(wish);
            Vector<double> last = new(lastMotion, i);
            Vector<double> most = new(_maxChange, i);
            Vector<double> low = new(_low, i);
            Vector<double> high = new(_high, i);
            Vector<double> room = Vector.ConditionalSelect(Vector.GreaterThan(wish, Vector<double>.Zero), high - p, p - low);
            Vector<double> reach = way + most;
            Vector<long> good = Vector.LessThanOrEqual(Vector.Abs(a), largest)
                & Vector.LessThanOrEqual(way, new Vector<double>(_maxMotion, i))
                & Vector.LessThanOrEqual(wish, last + most) & Vector.GreaterThanOrEqual(wish, last - most)
                & Vector.LessThanOrEqual(reach * reach, (most + most) * room)
                & IsCalm(p, i) & IsCalm(a, i);
            if (!Vector.EqualsAll(good, Vector<long>.AllBitsSet))
            {
                return false;
            }

            wish.CopyTo(motion, i);
            (wish - last).CopyTo(motionChange, i);
        }

        return true;
    }

    /// <summary>Inside the bounds and outside the soft zones.</summary>
    private Vector<long> IsCalm(Vector<double> value, int i) =>
        Vector.GreaterThanOrEqual(value, new Vector<double>(_calmLow, i)) & Vector.LessThanOrEqual(value, new Vector<double>(_calmHigh, i));

    private static double[] Filled(int length, double value)
    {
        double[] lanes = new double[length];
        Array.Fill(lanes, value);
        return lanes;
    }
}
