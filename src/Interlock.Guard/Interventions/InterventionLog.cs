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
    private long _total;

    public InterventionLog(int channelCount, int capacity)
    {
        _ofStep = new Intervention[(channelCount * MostPerChannel) + MostForTheWhole];
        _ring = new Intervention[capacity];
    }

    public ReadOnlySpan<Intervention> OfStep => _ofStep.AsSpan(0, _ofStepCount);

    /// <summary>Interventions since the start of the session, those that left the ring included.</summary>
    public long Total => _total;

    public void BeginStep() => _ofStepCount = 0;

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
