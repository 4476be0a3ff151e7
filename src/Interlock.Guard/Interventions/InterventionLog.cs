namespace Interlock.Guard.Interventions;

/// <summary>The interventions of the newest step, and a fixed ring of the latest ones.</summary>
internal sealed class InterventionLog
{
    /// <summary>Bounds, one rate limit, one secondary effect: no channel is changed for more reasons in one step.</summary>
    private const int MostPerChannel = 3;

    private const int MostForTheWhole = 4;

    private readonly ReasonTable _reasons;
    private readonly LogEntry[] _ofStep;
    private readonly LogEntry[] _ring;
    private readonly Intervention[] _read;
    private int _readCount;
    private int _ringNext;
    private int _ringCount;
    private long _step;

    public InterventionLog(ReasonTable reasons, int channelCount, int capacity)
    {
        _reasons = reasons;
        _ofStep = new LogEntry[(channelCount * MostPerChannel) + MostForTheWhole];
        _read = new Intervention[_ofStep.Length];
        _ring = new LogEntry[capacity];
    }

    /// <summary>Interventions of the newest step.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<Intervention> OfStep
    {
        get
        {
            for (; _readCount < Count; _readCount++)
            {
                _read[_readCount] = InWords(_ofStep[_readCount]);
            }

            return _read.AsSpan(0, Count);
        }
    }

    public void BeginStep(long step)
    {
        Count = 0;
        _readCount = 0;
        _step = step;
    }

    /// <summary>Closes the step: what happened in it enters the ring.</summary>
    public void EndStep()
    {
        foreach (ref readonly LogEntry entry in _ofStep.AsSpan(0, Count))
        {
            if (!entry.IsRepeated)
            {
                _ring[_ringNext] = entry;
                _ringNext = _ringNext + 1 == _ring.Length ? 0 : _ringNext + 1;
                _ringCount = Math.Min(_ringCount + 1, _ring.Length);
            }
        }
    }

    /// <summary>The step ended otherwise than the filter had it: what was written down as sent is put right.</summary>
    public void SetSafe(ReadOnlySpan<double> command)
    {
        _readCount = 0;
        foreach (ref LogEntry entry in _ofStep.AsSpan(0, Count))
        {
            if (entry.Channel >= 0)
            {
                entry.Safe = command.IsEmpty ? double.NaN : command[entry.Channel];
            }
        }
    }

    /// <summary>Writes down a reason that concerns the whole action.</summary>
    public void AddWhole(int reason, double raw = double.NaN, bool isRepeated = false) => Add(reason, -1, raw, double.NaN, isRepeated);

    /// <summary>Writes down what happened to a channel.</summary>
    public void Add(int reason, int channel, double raw, double safe, bool isRepeated = false)
    {
        if (Count < _ofStep.Length)
        {
            ref LogEntry entry = ref _ofStep[Count++];
            entry.Reason = reason;
            entry.Channel = (short)channel;
            entry.IsRepeated = isRepeated;
            entry.Raw = raw;
            entry.Safe = safe;
            entry.Step = _step;
        }
    }

    /// <summary>Copies the latest interventions, oldest first; returns how many.</summary>
    public int CopyLatest(Span<Intervention> destination)
    {
        int count = Math.Min(_ringCount, destination.Length);
        for (int i = 0; i < count; i++)
        {
            destination[i] = InWords(_ring[(_ringNext - count + i + _ring.Length) % _ring.Length]);
        }

        return count;
    }

    private Intervention InWords(in LogEntry entry)
    {
        Reason reason = _reasons[entry.Reason];
        return new Intervention(reason.Code, entry.Channel, entry.Raw, entry.Safe, reason.Limit, reason.Unit, entry.Step);
    }
}
