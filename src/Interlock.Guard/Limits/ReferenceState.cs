using Interlock.Guard.Channels;

namespace Interlock.Guard.Limits;

/// <summary>
/// Where the channels are as far as limits are concerned: the last executed command and how it was moving. Arrays are padded to whole
/// vectors with zeros.
/// </summary>
internal sealed class ReferenceState
{
    public ReferenceState(int channelCount)
    {
        int lanes = LimitLanes.LengthFor(channelCount);
        Position = new double[lanes];
        Motion = new double[lanes];
        MotionChange = new double[lanes];
    }

    /// <summary>Last executed command, in channel units.</summary>
    public double[] Position { get; }

    /// <summary>Its change against the command before, per step.</summary>
    public double[] Motion { get; }

    /// <summary>The change of that change, per step².</summary>
    public double[] MotionChange { get; }

    /// <summary>False until a command was executed or a measured state was given.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Anchors at a robot at rest: position channels where it was measured, rate channels at zero.</summary>
    public void AnchorAtRest(ReadOnlySpan<double> measured, ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        Rest(measured, envelopes);
        IsKnown = true;
    }

    /// <summary>Anchors position channels at the first command, cut to its bounds, and rate channels at zero; known after the first commit.</summary>
    public void AnchorAtTarget(ReadOnlySpan<double> command, ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        Rest(command, envelopes);
        for (int i = 0; i < command.Length; i++)
        {
            Position[i] = Cut(Position[i], envelopes[i]);
        }
    }

    public void Advance(ReadOnlySpan<double> command, ReadOnlySpan<double> motion, ReadOnlySpan<double> motionChange)
    {
        command.CopyTo(Position);
        motion.CopyTo(Motion);
        motionChange.CopyTo(MotionChange);
        IsKnown = true;
    }

    /// <summary>Anchors at the last of whole rows, moving as the up to two rows before it tell.</summary>
    public void ResumeAfter(ReadOnlySpan<double> rows, ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        int count = envelopes.Length;
        ReadOnlySpan<double> last = rows[^count..];
        ReadOnlySpan<double> before = rows.Length >= 2 * count ? rows[^(2 * count)..] : last;
        ReadOnlySpan<double> earlier = rows.Length >= 3 * count ? rows[^(3 * count)..] : before;
        for (int i = 0; i < count; i++)
        {
            double period = envelopes[i].WrapPeriod;
            Position[i] = last[i];
            Motion[i] = Wrapping.Difference(last[i], before[i], period);
            MotionChange[i] = Motion[i] - Wrapping.Difference(before[i], earlier[i], period);
        }

        IsKnown = true;
    }

    public void CopyFrom(ReferenceState other)
    {
        other.Position.CopyTo(Position, 0);
        other.Motion.CopyTo(Motion, 0);
        other.MotionChange.CopyTo(MotionChange, 0);
        IsKnown = other.IsKnown;
    }

    /// <summary>After a pause the channels have come to rest at their last command; rates are where they were.</summary>
    public void Settle()
    {
        Array.Clear(Motion);
        Array.Clear(MotionChange);
    }

    public void Forget()
    {
        Array.Clear(Position);
        Array.Clear(Motion);
        Array.Clear(MotionChange);
        IsKnown = false;
    }

    private void Rest(ReadOnlySpan<double> position, ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        for (int i = 0; i < position.Length; i++)
        {
            Position[i] = envelopes[i].IsRate ? 0 : Wrapping.Found(position[i], envelopes[i].WrapPeriod);
        }

        Settle();
    }

    private static double Cut(double value, in ChannelEnvelope envelope) => Math.Min(Math.Max(value, envelope.Low), envelope.High);
}
