using System.Numerics;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// Share of the last nine steps at which a gripper changed between open and closed, the busiest gripper counting; over the episode
/// the share of all steps, mean over grippers. A gripper changes state when its command passes the middle of the range seen so far
/// by <see cref="Hysteresis"/> of that range. From the tenth action on.
/// <para>Source: gripper oscillation detector of the published toolkit, which knows only a fixed threshold without hysteresis.</para>
/// </summary>
internal sealed class GripperOscillation : IMonitor
{
    /// <summary>States that the window compares, the newest included.</summary>
    internal const int WindowStates = 10;

    /// <summary>Distance from the middle that a command must pass, as a share of the range.</summary>
    internal const double Hysteresis = 0.1;

    /// <summary>Range without calibration below which a gripper does not move, as a share of its largest magnitude.</summary>
    internal const double SmallestRangeShare = 0.05;

    private const int Transitions = WindowStates - 1;
    private const uint WindowMask = (1u << Transitions) - 1;

    private readonly int[] _channels;
    private readonly Gripper[] _grippers;
    private readonly double[]? _calibratedRange;
    private RunningMean _episode;

    public GripperOscillation(ChannelLanes channels, MonitorModels? models)
    {
        _channels = channels.Layout.GripperChannels;
        _grippers = new Gripper[_channels.Length];
        _calibratedRange = models?.Conformal is { } conformal ? [.. _channels.Select(channel => conformal.Scale[channel])] : null;
        Clear();
    }

    private enum State
    {
        Unknown,
        Low,
        High,
    }

    public MonitorInfo Info { get; } = new(
        "gripper_oscillation", "", MonitorDirection.Higher, "Share of steps at which a gripper changes between open and closed");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (_grippers.Length == 0)
        {
            return;
        }

        int busiest = 0;
        int flips = 0;
        for (int g = 0; g < _grippers.Length; g++)
        {
            bool flipped = Update(ref _grippers[g], frame.Action[_channels[g]], SmallestRange(g));
            flips += flipped ? 1 : 0;
            busiest = Math.Max(busiest, BitOperations.PopCount(_grippers[g].Flips));
        }

        Record(frame.Count, busiest, flips);
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
        Clear();
    }

    private void Record(long count, int busiest, int flips)
    {
        if (count >= 2)
        {
            _episode.Add(flips, _grippers.Length);
        }

        if (count >= WindowStates)
        {
            StepValue = (double)busiest / Transitions;
        }
    }

    // A scale as large as a number can be means that calibration does not score the channel.
    private double? SmallestRange(int gripper) =>
        _calibratedRange is not null && _calibratedRange[gripper] < double.MaxValue ? _calibratedRange[gripper] : null;

    private void Clear() => Array.Fill(_grippers, new Gripper { Low = double.PositiveInfinity, High = double.NegativeInfinity });

    private static bool Update(ref Gripper gripper, double value, double? calibratedRange)
    {
        gripper.Low = Math.Min(gripper.Low, value);
        gripper.High = Math.Max(gripper.High, value);
        State next = StateOf(gripper, value, calibratedRange);

        // The first state is left where it began: to be seen elsewhere is a change.
        bool flipped = next != gripper.State;
        gripper.State = next;
        gripper.Flips = ((gripper.Flips << 1) | (flipped ? 1u : 0u)) & WindowMask;
        return flipped;
    }

    private static State StateOf(in Gripper gripper, double value, double? calibratedRange)
    {
        double range = gripper.High - gripper.Low;
        double smallest = calibratedRange ?? (SmallestRangeShare * Math.Max(Math.Abs(gripper.Low), Math.Abs(gripper.High)));
        double beyondMiddle = value - ((gripper.Low + gripper.High) / 2);
        if (range <= smallest || Math.Abs(beyondMiddle) <= Hysteresis * range)
        {
            return gripper.State;
        }

        return beyondMiddle > 0 ? State.High : State.Low;
    }

    private struct Gripper
    {
        public double Low;
        public double High;
        public State State;
        public uint Flips;
    }
}
