using System.Numerics;

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
            Vector<double> a = new(step.Raw, i);
            Vector<double> p = new(reference.Position, i);
            Vector<double> wish = a - p;
            Vector<double> way = Vector.Abs(wish);
            Vector<double> last = new(reference.Motion, i);
            Vector<double> most = new(limits.MaxChange, i);
            Vector<double> low = new(limits.Low, i);
            Vector<double> high = new(limits.High, i);
            Vector<double> room = Vector.ConditionalSelect(Vector.GreaterThan(wish, Vector<double>.Zero), high - p, p - low);
            Vector<double> reach = way + most;
            Vector<long> good = Vector.LessThanOrEqual(Vector.Abs(a), largest) & Vector.LessThanOrEqual(way, largest)
                & Vector.LessThanOrEqual(way, new Vector<double>(limits.MaxMotion, i))
                & Vector.LessThanOrEqual(wish, last + most) & Vector.GreaterThanOrEqual(wish, last - most)
                & Vector.LessThanOrEqual(reach * reach, (most + most) * room)
                & limits.IsCalm(p, i) & limits.IsCalm(a, i);
            if (!Vector.EqualsAll(good, Vector<long>.AllBitsSet))
            {
                return false;
            }

            a.CopyTo(step.Command, i);
            wish.CopyTo(step.Motion, i);
            (wish - last).CopyTo(step.MotionChange, i);
        }

        return true;
    }
}
