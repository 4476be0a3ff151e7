using System.Numerics;
using Interlock.Guard.Limits;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Reports;

/// <summary>Running counts of an episode or a session.</summary>
internal sealed class Tally(int channelCount)
{
    private readonly long[] _interventions = new long[LimitLanes.LengthFor(channelCount)];
    private readonly double[] _largestClip = new double[LimitLanes.LengthFor(channelCount)];
    private readonly double[] _largestMotion = new double[LimitLanes.LengthFor(channelCount)];
    private readonly double[] _smallestMargin = [.. Enumerable.Repeat(double.PositiveInfinity, LimitLanes.LengthFor(channelCount))];
    private readonly long[] _verdicts = new long[4];
    private long _alarmSteps;
    private long _firstAlarmStep = -1;
    private double _largestClipFraction;

    public long Steps { get; private set; }

    public void Observe(in StepResult result)
    {
        _verdicts[(int)result.Verdict]++;
        _largestClipFraction = Math.Max(_largestClipFraction, result.ClipFraction);
        if (result.AlarmCount > 0)
        {
            _firstAlarmStep = _firstAlarmStep < 0 ? Steps : _firstAlarmStep;
            _alarmSteps++;
        }

        Steps++;
    }

    /// <summary>Takes in what was executed and how far it was from the raw action.</summary>
    /// <param name="raw">The action, of the right length.</param>
    /// <param name="executed">The command that the contract allows, and its motion.</param>
    /// <param name="limits">Bounds of the channels.</param>
    /// <param name="changed">False when the command is the raw action.</param>
    public void ObserveCommand(ReadOnlySpan<double> raw, StepMotion executed, LimitLanes limits, bool changed)
    {
        for (int i = 0; i < limits.Length; i += Vector<double>.Count)
        {
            Vector<double> command = Lanes.At(executed.Command, i);
            Vector<double> margin = Extremes.Min(Lanes.At(limits.High, i) - command, command - Lanes.At(limits.Low, i));
            Vector<double> motion = Vector.Abs(Lanes.At(executed.Motion, i));
            Lanes.At(_largestMotion, i) = Extremes.Max(Lanes.At(_largestMotion, i), motion);
            Lanes.At(_smallestMargin, i) = Extremes.Min(Lanes.At(_smallestMargin, i), margin);
            if (changed)
            {
                ObserveChange(Vector.Abs(Lanes.Load(raw, i / Vector<double>.Count) - command), i);
            }
        }
    }

    // A value that is no number is not used either, but has no size.
    private void ObserveChange(Vector<double> clip, int i)
    {
        Vector<double> largest = Lanes.At(_largestClip, i);
        Vector<long> isChanged = ~Vector.Equals(clip, Vector<double>.Zero);
        Lanes.At(_interventions, i) = Lanes.At(_interventions, i) - isChanged;
        Lanes.At(_largestClip, i) = Vector.ConditionalSelect(Vector.GreaterThan(clip, largest), clip, largest);
    }

    /// <summary>Adds the counts of a later stretch.</summary>
    public void Merge(Tally later)
    {
        for (int i = 0; i < channelCount; i++)
        {
            _interventions[i] += later._interventions[i];
            _largestClip[i] = Math.Max(_largestClip[i], later._largestClip[i]);
            _largestMotion[i] = Math.Max(_largestMotion[i], later._largestMotion[i]);
            _smallestMargin[i] = Math.Min(_smallestMargin[i], later._smallestMargin[i]);
        }

        for (int i = 0; i < _verdicts.Length; i++)
        {
            _verdicts[i] += later._verdicts[i];
        }

        if (_firstAlarmStep < 0 && later._firstAlarmStep >= 0)
        {
            _firstAlarmStep = Steps + later._firstAlarmStep;
        }

        _alarmSteps += later._alarmSteps;
        _largestClipFraction = Math.Max(_largestClipFraction, later._largestClipFraction);
        Steps += later.Steps;
    }

    public Tally Copy()
    {
        Tally copy = new(channelCount);
        copy.Merge(this);
        return copy;
    }

    public void Reset()
    {
        Array.Clear(_interventions);
        Array.Clear(_largestClip);
        Array.Clear(_largestMotion);
        Array.Fill(_smallestMargin, double.PositiveInfinity);
        Array.Clear(_verdicts);
        Steps = 0;
        _alarmSteps = 0;
        _firstAlarmStep = -1;
        _largestClipFraction = 0;
    }

    public GuardSummary Snapshot(double[] monitors) => new()
    {
        Steps = Steps,
        Passed = _verdicts[(int)Verdict.Pass],
        Clipped = _verdicts[(int)Verdict.Clip],
        Held = _verdicts[(int)Verdict.Hold],
        Stopped = _verdicts[(int)Verdict.Stop],
        AlarmSteps = _alarmSteps,
        FirstAlarmStep = _firstAlarmStep < 0 ? null : _firstAlarmStep,
        LargestClipFraction = _largestClipFraction,
        Channels = Channels(),
        Monitors = monitors,
    };

    private ChannelTally[] Channels()
    {
        ChannelTally[] channels = new ChannelTally[channelCount];
        for (int i = 0; i < channels.Length; i++)
        {
            channels[i] = new ChannelTally(_interventions[i], _largestClip[i], _largestMotion[i], _smallestMargin[i]);
        }

        return channels;
    }
}
