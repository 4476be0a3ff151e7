using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Limits;

/// <summary>The envelopes of all channels as arrays, padded to whole vectors with channels that have no limit and never move.</summary>
internal sealed class LimitLanes
{
    public LimitLanes(ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        Length = LengthFor(envelopes.Length);
        Low = Filled(double.NegativeInfinity);
        High = Filled(double.PositiveInfinity);
        CalmLow = Filled(double.NegativeInfinity);
        CalmHigh = Filled(double.PositiveInfinity);
        MaxMotion = Filled(double.PositiveInfinity);
        MaxChange = Filled(double.PositiveInfinity);
        InverseSpan = Filled(0);
        IsPath = Filled(0);
        StopsAtOnce = true;
        for (int i = 0; i < envelopes.Length; i++)
        {
            ref readonly ChannelEnvelope envelope = ref envelopes[i];
            bool known = !envelope.HasJerkLimit && double.IsNaN(envelope.WrapPeriod);
            (Low[i], High[i]) = (envelope.Low, envelope.High);
            CalmLow[i] = known ? Math.Max(envelope.SoftLow, envelope.Low) : double.NaN;
            CalmHigh[i] = known ? Math.Min(envelope.SoftHigh, envelope.High) : double.NaN;
            (MaxMotion[i], MaxChange[i]) = (envelope.MaxMotion, envelope.MaxMotionChange);
            StopsAtOnce &= !envelope.HasMotionChangeLimit;
            InverseSpan[i] = envelope.InverseSpan;
            IsPath[i] = envelope.IsGripper ? 0 : 1;
        }
    }

    /// <summary>Length of every array: a whole number of vectors.</summary>
    public int Length { get; }

    /// <summary>True when no channel's motion is limited in how fast it may change.</summary>
    public bool StopsAtOnce { get; }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>Ends of the range inside the bounds and outside the soft zones; NaN, so that no value lies in it, on channels that jerk or turn.</summary>
    public double[] CalmLow { get; }

    /// <inheritdoc cref="CalmLow" />
    public double[] CalmHigh { get; }

    public double[] MaxMotion { get; }

    public double[] MaxChange { get; }

    public double[] InverseSpan { get; }

    /// <summary>1 where the channel is part of the path, 0 on grippers.</summary>
    public double[] IsPath { get; }

    /// <summary>Array length that whole vectors fit into.</summary>
    public static int LengthFor(int channelCount)
    {
        int width = Vector<double>.Count;
        return (channelCount + width - 1) / width * width;
    }

    /// <summary>Bits set where the value is inside the bounds and outside the soft zones of a channel that the quick ways know.</summary>
    public Vector<long> IsCalm(Vector<double> value, int i) =>
        Vector.GreaterThanOrEqual(value, Lanes.At(CalmLow, i)) & Vector.LessThanOrEqual(value, Lanes.At(CalmHigh, i));

    private double[] Filled(double value)
    {
        double[] lanes = new double[Length];
        Array.Fill(lanes, value);
        return lanes;
    }
}
