using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Limits;

/// <summary>Turns chosen motions into commands, a whole vector of channels at a time.</summary>
internal sealed class CommandLanes(LimitLanes limits)
{
    /// <summary>Cuts the wishes, those of the path slowed to a share, to their ranges.</summary>
    public void ChooseMotion(StepMotion step, double share)
    {
        Vector<double> ofPath = new(share);
        for (int i = 0; i < limits.Length; i += Vector<double>.Count)
        {
            Vector<long> isPath = Vector.GreaterThan(Lanes.At(limits.IsPath, i), Vector<double>.Zero);
            Vector<double> wish = Vector.ConditionalSelect(isPath, ofPath, Vector<double>.One) * Lanes.At(step.Wish, i);
            Lanes.At(step.Motion, i) = Extremes.Min(Extremes.Max(wish, Lanes.At(step.Low, i)), Lanes.At(step.High, i));
        }
    }

    /// <summary>
    /// position + motion, never a rounding error beyond a bound or the step limit; the target itself where the wish was granted. Written for
    /// channels that do not turn.
    /// </summary>
    public void Release(ReferenceState reference, StepMotion step)
    {
        for (int i = 0; i < limits.Length; i += Vector<double>.Count)
        {
            Vector<double> position = Lanes.At(reference.Position, i);
            Vector<double> motion = Lanes.At(step.Motion, i);
            Vector<long> granted = Vector.Equals(motion, Lanes.At(step.Wish, i));
            Vector<double> command = WithinStep(position + motion, position, i);
            // A channel on its way back from outside is not yet inside.
            Vector<double> low = Extremes.Min(Lanes.At(limits.Low, i), position);
            Vector<double> high = Extremes.Max(Lanes.At(limits.High, i), position);
            command = Extremes.Min(Extremes.Max(command, low), high);
            Lanes.At(step.Command, i) = Vector.ConditionalSelect(granted, Lanes.At(step.Target, i), command);
            Lanes.At(step.MotionChange, i) = motion - Lanes.At(reference.Motion, i);
        }
    }

    /// <summary>The neighbouring number towards the position where rounding went beyond the step limit.</summary>
    private Vector<double> WithinStep(Vector<double> command, Vector<double> position, int i)
    {
        Vector<long> beyond = Vector.GreaterThan(Vector.Abs(command - position), Lanes.At(limits.MaxMotion, i));
        Vector<long> isAbove = Vector.GreaterThan(command, position);
        // Numbers of one sign are ordered as their bits are: the neighbour has the next bits up (+1) or down (−1).
        Vector<long> isUp = Vector.GreaterThan(command, Vector<double>.Zero) ^ isAbove;
        Vector<long> bits = Vector.AsVectorInt64(command) + ((isUp & new Vector<long>(2)) - Vector<long>.One);
        Vector<double> besideNought = Vector.ConditionalSelect(isAbove, new Vector<double>(-double.Epsilon), new Vector<double>(double.Epsilon));
        Vector<double> neighbour = Vector.ConditionalSelect(Vector.Equals(command, Vector<double>.Zero), besideNought, Vector.AsVectorDouble(bits));
        return Vector.ConditionalSelect(beyond, neighbour, command);
    }
}
