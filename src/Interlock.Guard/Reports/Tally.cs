using Interlock.Guard.Limits;

namespace Interlock.Guard.Reports;

/// <summary>Running counts of an episode or a session.</summary>
internal sealed class Tally(int channelCount)
{
    private static readonly ChannelTally NothingYet = new(0, 0, 0, double.PositiveInfinity);

    private readonly ChannelTally[] _channels = NewChannels(channelCount);
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

    public void ObserveCommand(
        ReadOnlySpan<double> raw, ReadOnlySpan<double> command, ReadOnlySpan<double> motion, ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        for (int i = 0; i < _channels.Length; i++)
        {
            ref ChannelTally tally = ref _channels[i];
            double clip = Math.Abs(raw[i] - command[i]);
            double margin = Math.Min(envelopes[i].High - command[i], command[i] - envelopes[i].Low);
            tally = new ChannelTally(
                tally.Interventions + (clip > 0 ? 1 : 0),
                Math.Max(tally.LargestClip, clip),
                Math.Max(tally.LargestMotion, Math.Abs(motion[i])),
                Math.Min(tally.SmallestMargin, margin));
        }
    }

    /// <summary>Adds the counts of a later stretch.</summary>
    public void Merge(Tally later)
    {
        for (int i = 0; i < _channels.Length; i++)
        {
            _channels[i] = _channels[i].With(later._channels[i]);
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
        Tally copy = new(_channels.Length);
        copy.Merge(this);
        return copy;
    }

    public void Reset()
    {
        Array.Fill(_channels, NothingYet);
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
        Channels = (ChannelTally[])_channels.Clone(),
        Monitors = monitors,
    };

    private static ChannelTally[] NewChannels(int count)
    {
        ChannelTally[] channels = new ChannelTally[count];
        Array.Fill(channels, NothingYet);
        return channels;
    }
}
