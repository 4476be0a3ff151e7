using System.Numerics;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Limits;

/// <summary>
/// Finds targets and ranges of a whole vector of channels: the same as <see cref="MotionRangeFinder"/>, number by number, where every
/// channel stands inside its bounds, outside its soft zones and far enough from a bound to stop.
/// </summary>
internal sealed class RangeLanes(LimitLanes limits)
{
    /// <summary>True when target, wish, range and brake of the channels from <paramref name="i"/> on were written.</summary>
    public bool TryFind(int i, ReferenceState reference, StepMotion step)
    {
        Vector<double> position = Lanes.At(reference.Position, i);
        if (!Vector.EqualsAll(limits.IsCalm(position, i), Vector<long>.AllBitsSet))
        {
            return false;
        }

        Vector<double> low = Lanes.At(limits.Low, i);
        Vector<double> high = Lanes.At(limits.High, i);
        if (limits.StopsAtOnce)
        {
            Vector<double> speed = Lanes.At(limits.MaxMotion, i);
            Lanes.At(step.Low, i) = -Extremes.Min(speed, position - low);
            Lanes.At(step.High, i) = Extremes.Min(speed, high - position);
            Lanes.At(step.Brake, i) = Vector<double>.Zero;
        }
        else if (!TryReach(high - position, position - low, Lanes.At(reference.Motion, i), step, i))
        {
            return false;
        }

        Aim(Lanes.At(step.Raw, i), position, low, high, step, i);
        return true;
    }

    private bool TryReach(Vector<double> roomUp, Vector<double> roomDown, Vector<double> last, StepMotion step, int i)
    {
        Vector<double> most = Lanes.At(limits.MaxChange, i);
        Vector<double> speed = Lanes.At(limits.MaxMotion, i);
        Vector<long> stopsAtOnce = Vector.Equals(most, new Vector<double>(double.PositiveInfinity));
        Vector<double> up = Extremes.Min(speed, last + most);
        Vector<double> down = Extremes.Min(speed, most - last);
        if (!Vector.EqualsAll(stopsAtOnce | (Fits(up, roomUp, most) & Fits(down, roomDown, most)), Vector<long>.AllBitsSet))
        {
            return false;
        }

        up = Vector.ConditionalSelect(stopsAtOnce, Extremes.Min(up, roomUp), up);
        down = Vector.ConditionalSelect(stopsAtOnce, Extremes.Min(down, roomDown), down);
        Vector<double> brake = Brake(last, most);
        Lanes.At(step.Low, i) = Extremes.Min(Extremes.Min(-down, last + most), brake);
        Lanes.At(step.High, i) = Extremes.Max(Extremes.Max(up, last - most), brake);
        Lanes.At(step.Brake, i) = brake;
        return true;
    }

    private static void Aim(Vector<double> raw, Vector<double> position, Vector<double> low, Vector<double> high, StepMotion step, int i)
    {
        Vector<double> largest = new(double.MaxValue);
        Vector<double> target = Extremes.Min(Extremes.Max(raw, low), high);
        Lanes.At(step.Target, i) = target;
        Lanes.At(step.Wish, i) = Vector.MinNative(Vector.MaxNative(target - position, -largest), largest);
    }

    /// <summary>As <see cref="StoppingDistance.SurelyFits"/>; a motion the other way needs no room.</summary>
    private static Vector<long> Fits(Vector<double> motion, Vector<double> room, Vector<double> most) =>
        Vector.LessThanOrEqual(motion, Vector<double>.Zero)
        | Vector.LessThanOrEqual((motion + most) * (motion + most), (most + most) * room);

    /// <summary>As <see cref="ChannelStop.NextMotion"/> without a jerk limit.</summary>
    private static Vector<double> Brake(Vector<double> last, Vector<double> most)
    {
        Vector<double> zero = Vector<double>.Zero;
        return Vector.ConditionalSelect(Vector.GreaterThan(last, zero), Extremes.Max(zero, last - most), Extremes.Min(zero, last + most));
    }
}
