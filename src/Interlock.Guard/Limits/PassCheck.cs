using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Limits;

/// <summary>
/// The quick way for the common step: tells, several channels at a time, that an action keeps every limit as it is. It errs on the
/// side of "no" (the stopping distance is bounded, not computed), and then the filter looks properly.
/// </summary>
internal sealed class PassCheck(LimitLanes limits)
{
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

    /// <summary>True when the raw action keeps every limit; then command, motion and change of motion are written.</summary>
    public bool Passes(ReferenceState reference, StepMotion step)
    {
        Vector<double> largest = new(double.MaxValue);
        for (int i = 0; i < limits.Length; i += Vector<double>.Count)
        {
            Vector<double> a = Lanes.At(step.Raw, i);
            Vector<double> p = Lanes.At(reference.Position, i);
            Vector<double> wish = a - p;
            Vector<double> way = Vector.Abs(wish);
            Vector<double> last = Lanes.At(reference.Motion, i);
            Vector<double> most = Lanes.At(limits.MaxChange, i);
            Vector<double> low = Lanes.At(limits.Low, i);
            Vector<double> high = Lanes.At(limits.High, i);
            Vector<double> room = Vector.ConditionalSelect(Vector.GreaterThan(wish, Vector<double>.Zero), high - p, p - low);
            Vector<double> reach = way + most;
            Vector<long> good = Vector.LessThanOrEqual(Vector.Abs(a), largest) & Vector.LessThanOrEqual(way, largest)
                & Vector.LessThanOrEqual(way, Lanes.At(limits.MaxMotion, i))
                & Vector.LessThanOrEqual(wish, last + most) & Vector.GreaterThanOrEqual(wish, last - most)
                & Vector.LessThanOrEqual(reach * reach, (most + most) * room)
                & limits.IsCalm(p, i) & limits.IsCalm(a, i);
            if (!Vector.EqualsAll(good, Vector<long>.AllBitsSet))
            {
                return false;
            }

            Lanes.At(step.Command, i) = a;
            Lanes.At(step.Motion, i) = wish;
            Lanes.At(step.MotionChange, i) = wish - last;
        }

        return true;
    }
}
