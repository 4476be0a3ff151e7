namespace Interlock.Guard.Interventions;

/// <summary>The interventions of the newest step, and a fixed ring of the latest ones.</summary>
internal sealed class InterventionLog
{
    /// <summary>Bounds, one rate limit, one secondary effect: no channel is changed for more reasons in one step.</summary>
    private const int MostPerChannel = 3;

    private const int MostForTheWhole = 4;

    private readonly Intervention[] _ofStep;
    private readonly Intervention[] _ring;
    private int _ofStepCount;
    private int _ofStepInRing;
    private long _total;

    public InterventionLog(int channelCount, int capacity)
    {
        _ofStep = new Intervention[(channelCount * MostPerChannel) + MostForTheWhole];
        _ring = new Intervention[capacity];
    }

    public ReadOnlySpan<Intervention> OfStep => _ofStep.AsSpan(0, _ofStepCount);

    /// <summary>Interventions since the start of the session, those that left the ring included.</summary>
    public long Total => _total;

    public void BeginStep()
    {
        _ofStepCount = 0;
        _ofStepInRing = 0;
    }

    /// <summary>The step ended otherwise than the filter had it: what was written down as sent is put right.</summary>
    public void SetSafe(ReadOnlySpan<double> command)
    {
        SetSafe(OfStepWritable, command);
        for (int i = 0; i < Math.Min(_ofStepInRing, _ring.Length); i++)
        {
            SetSafe(_ring.AsSpan((int)((_total - 1 - i) % _ring.Length), 1), command);
        }
    }

    /// <summary>For what repeats every step: it must not push the cause out of the ring.</summary>
    public void AddToStep(in Intervention intervention)
    {
        if (_ofStepCount < _ofStep.Length)
        {
            _ofStep[_ofStepCount++] = intervention;
        }
    }

    public void Add(in Intervention intervention)
    {
        AddToStep(intervention);
        _ring[_total % _ring.Length] = intervention;
        _total++;
        _ofStepInRing++;
    }

    private Span<Intervention> OfStepWritable => _ofStep.AsSpan(0, _ofStepCount);

    private static void SetSafe(Span<Intervention> items, ReadOnlySpan<double> command)
    {
        foreach (ref Intervention item in items)
        {
            if (item.Channel >= 0)
            {
                item = item with { Safe = command.IsEmpty ? double.NaN : command[item.Channel] };
            }
        }
    }

    /// <summary>Copies the latest interventions, oldest first; returns how many.</summary>
    public int CopyLatest(Span<Intervention> destination)
    {
        int count = (int)Math.Min(Math.Min(_total, _ring.Length), destination.Length);
        for (int i = 0; i < count; i++)
        {
            destination[i] = _ring[(_total - count + i) % _ring.Length];
        }

        return count;
    }
}
