using System.Numerics;
using System.Runtime.CompilerServices;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Monitors.Kernels;

/// <summary>What the monitors must know about the channels, as lanes.</summary>
internal sealed class ChannelLanes
{
    private readonly Vector<double>[] _period;
    private readonly Vector<double>[] _inversePeriod;

    public ChannelLanes(ChannelLayout layout)
    {
        Layout = layout;
        RateMask = MaskOf(layout.IsRate);
        HasRates = layout.IsRate.Contains(true);
        bool[] turns = [.. layout.WrapPeriod.Select(period => !double.IsNaN(period))];
        WrapMask = MaskOf(turns);
        HasWraps = turns.Contains(true);
        _period = Lanes.From([.. layout.WrapPeriod.Select(period => double.IsNaN(period) ? 0 : period)]);
        _inversePeriod = Lanes.From([.. layout.WrapPeriod.Select(period => double.IsNaN(period) ? 0 : 1 / period)]);
        double[] weight = [.. Enumerable.Repeat(1.0, layout.Count)];
        foreach (int gripper in layout.GripperChannels)
        {
            weight[gripper] = 0;
        }

        ArmWeight = Lanes.From(weight);
        ArmCount = layout.Count - layout.GripperChannels.Length;
    }

    public ChannelLayout Layout { get; }

    /// <summary>Number of channels, D.</summary>
    public int Count => Layout.Count;

    /// <summary>All bits set where the command is itself a rate.</summary>
    public Vector<long>[] RateMask { get; }

    public bool HasRates { get; }

    /// <summary>All bits set where the joint turns without end.</summary>
    public Vector<long>[] WrapMask { get; }

    public bool HasWraps { get; }

    /// <summary>1 on the channels that are no gripper, 0 on grippers and padding.</summary>
    public Vector<double>[] ArmWeight { get; }

    /// <summary>Number of channels that are no gripper.</summary>
    public int ArmCount { get; }

    /// <summary>The short way round for a difference of lane <paramref name="lane"/>; the difference itself on ordinary channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<double> ShortWay(int lane, Vector<double> difference) =>
        HasWraps ? difference - (Vector.Round(difference * _inversePeriod[lane]) * _period[lane]) : difference;

    private static Vector<long>[] MaskOf(bool[] flags)
    {
        double[] ones = [.. flags.Select(flag => flag ? 1.0 : 0.0)];
        return [.. Lanes.From(ones).Select(lane => Vector.GreaterThan(lane, Vector<double>.Zero))];
    }
}
