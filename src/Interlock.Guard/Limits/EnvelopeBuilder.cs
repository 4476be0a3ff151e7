using Interlock.Core.Contract;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Limits;

/// <summary>Turns the contract's limits into control-step units.</summary>
internal static class EnvelopeBuilder
{
    /// <summary>A channel without bounds counts as fully clipped when it is changed by what it may move in one second.</summary>
    private const double FallbackSpanSeconds = 1.0;

    public static ChannelEnvelope[] Build(SafetyContract contract, ChannelLayout layout, bool mayReturn)
    {
        ChannelEnvelope[] envelopes = new ChannelEnvelope[layout.Count];
        for (int i = 0; i < envelopes.Length; i++)
        {
            ChannelEnvelope envelope = layout.IsRate[i] ? OfRate(contract, i, layout) : OfPosition(contract, i, layout);
            envelopes[i] = envelope with { MayReturn = mayReturn, MaxReturnMotion = ReturnMotion(contract, layout, i, envelope) };
        }

        return envelopes;
    }

    /// <summary>Largest motion per step that the contract allows a channel, in channel units; infinite when it states none.</summary>
    public static double MotionLimit(ChannelContract channel, double dtS) =>
        channel.MaxStep ?? (channel.MaxVelocity * dtS) ?? double.PositiveInfinity;

    /// <summary>Largest command of a channel whose command is a rate, in the command's own unit; infinite when no speed is stated.</summary>
    public static double RateLimit(SafetyContract contract, ChannelContract channel, ChannelLayout layout) =>
        MotionLimit(channel, layout.DtS) / MotionPerCommand(contract, layout);

    private static double MotionPerCommand(SafetyContract contract, ChannelLayout layout) =>
        contract.Space == ActionSpace.JointVelocity ? layout.DtS : 1;

    private static ChannelEnvelope OfPosition(SafetyContract contract, int index, ChannelLayout layout)
    {
        ChannelContract channel = contract.Channels[index];
        double dt = layout.DtS;
        (double low, double high) = WorkspaceBounds.Tighten(contract, channel);
        double motion = MotionLimit(channel, dt);
        return new ChannelEnvelope
        {
            Low = low,
            High = high,
            SoftLow = channel.SoftMin ?? double.NegativeInfinity,
            SoftHigh = channel.SoftMax ?? double.PositiveInfinity,
            MaxMotion = motion,
            MaxMotionChange = (channel.MaxAcceleration * dt * dt) ?? double.PositiveInfinity,
            MaxMotionJerk = (channel.MaxJerk * dt * dt * dt) ?? double.PositiveInfinity,
            WrapPeriod = layout.WrapPeriod[index],
            InverseSpan = 1 / SpanOf(low, high, motion / dt * FallbackSpanSeconds, layout.WrapPeriod[index]),
            IsRate = false,
            IsGripper = channel.Role == ChannelRole.Gripper,
        };
    }

    private static ChannelEnvelope OfRate(SafetyContract contract, int index, ChannelLayout layout)
    {
        ChannelContract channel = contract.Channels[index];
        double dt = layout.DtS;
        double motionPerCommand = MotionPerCommand(contract, layout);
        double rate = RateLimit(contract, channel, layout);
        // Rest is always allowed: bounds that leave zero out would forbid the robot to stop.
        double low = Math.Min(0, Math.Max(channel.Min ?? double.NegativeInfinity, -rate));
        double high = Math.Max(0, Math.Min(channel.Max ?? double.PositiveInfinity, rate));
        return new ChannelEnvelope
        {
            Low = low,
            High = high,
            SoftLow = double.NegativeInfinity,
            SoftHigh = double.PositiveInfinity,
            MaxMotion = (channel.MaxAcceleration * dt * dt / motionPerCommand) ?? double.PositiveInfinity,
            MaxMotionChange = (channel.MaxJerk * dt * dt * dt / motionPerCommand) ?? double.PositiveInfinity,
            MaxMotionJerk = double.PositiveInfinity,
            WrapPeriod = double.NaN,
            InverseSpan = 1 / SpanOf(low, high, double.PositiveInfinity, double.NaN),
            IsRate = true,
            IsGripper = false,
        };
    }

    /// <summary>Half the jerk limit: a step from rest is followed by the step that cancels it.</summary>
    private static double ReturnMotion(SafetyContract contract, ChannelLayout layout, int index, in ChannelEnvelope envelope)
    {
        double most = Math.Min(Math.Min(envelope.MaxMotion, envelope.MaxMotionChange), envelope.MaxMotionJerk / 2);
        foreach (SpeedNorm norm in contract.SpeedNorms)
        {
            if (norm.Channels.Contains(layout.Names[index]))
            {
                most = Math.Min(most, norm.Max * layout.DtS / Math.Sqrt(norm.Channels.Count));
            }
        }

        return most;
    }

    private static double SpanOf(double low, double high, double fallback, double wrapPeriod)
    {
        double span = high - low;
        if (double.IsFinite(span) && span > 0)
        {
            return span;
        }

        return double.IsNaN(wrapPeriod) ? fallback : wrapPeriod;
    }
}
