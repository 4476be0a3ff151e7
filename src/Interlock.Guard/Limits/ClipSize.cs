using System.Numerics;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Limits;

/// <summary>How far the newest command is from the raw one.</summary>
internal static class ClipSize
{
    /// <summary>Largest change of a channel relative to its span, and in channel units. A share that is no number counts as infinite.</summary>
    public static (double Fraction, double Magnitude) Of(LimitFilter filter)
    {
        if (!filter.Turning.IsEmpty)
        {
            return TheShortWayRound(filter);
        }

        LimitLanes limits = filter.Limits;
        Vector<double> infinite = new(double.PositiveInfinity);
        Vector<double> fraction = Vector<double>.Zero;
        Vector<double> magnitude = Vector<double>.Zero;
        for (int i = 0; i < limits.Length; i += Vector<double>.Count)
        {
            Vector<double> change = Vector.Abs(Lanes.At(filter.Step.Raw, i) - Lanes.At(filter.Step.Command, i));
            Vector<double> share = change * Lanes.At(limits.InverseSpan, i);
            fraction = Vector.ConditionalSelect(Vector.Equals(share, share), Vector.MaxNative(fraction, share), infinite);
            magnitude = Vector.MaxNative(magnitude, change);
        }

        return (Lanes.Max(fraction), Lanes.Max(magnitude));
    }

    private static (double Fraction, double Magnitude) TheShortWayRound(LimitFilter filter)
    {
        double fraction = 0;
        double magnitude = 0;
        for (int i = 0; i < filter.Envelopes.Length; i++)
        {
            ref readonly ChannelEnvelope envelope = ref filter.Envelopes[i];
            double change = Math.Abs(Wrapping.Difference(filter.Step.Raw[i], filter.Step.Command[i], envelope.WrapPeriod));
            fraction = Math.Max(fraction, change * envelope.InverseSpan);
            magnitude = Math.Max(magnitude, change);
        }

        return (double.IsNaN(fraction) ? double.PositiveInfinity : fraction, magnitude);
    }
}
