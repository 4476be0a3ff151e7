using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Takeover;

/// <summary>The spans of an episode in which a person was in control. For the control thread while it runs; read it after the episode.</summary>
public sealed class CorrectionLog
{
    private readonly InterventionSpan[] _spans;
    private SupervisorTrigger _matter = SupervisorTrigger.TakeOver;
    private bool _isOpen;

    /// <summary>Creates an empty log.</summary>
    /// <param name="capacity">Most spans that are kept, 1 or more; further ones are counted in <see cref="Lost"/>.</param>
    public CorrectionLog(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _spans = new InterventionSpan[capacity];
    }

    /// <summary>Spans in the order of time.</summary>
    public ReadOnlySpan<InterventionSpan> Spans => _spans.AsSpan(0, Count);

    /// <summary>Number of <see cref="Spans"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Spans that found no room.</summary>
    public long Lost { get; private set; }

    /// <summary>Ticks in which a person was in control, lost spans included.</summary>
    public long Ticks { get; private set; }

    /// <summary>Takes in a tick; true when its frame is an intervention.</summary>
    public bool Observe(long tick, in SupervisorDecision decision)
    {
        bool human = decision.State == SupervisorState.HumanControl;
        if (human)
        {
            Begin(tick);
            Ticks++;
        }
        else
        {
            End(tick);
            _matter = Matter(decision);
        }

        return human;
    }

    /// <summary>Empties the log for the next episode.</summary>
    public void Reset()
    {
        Count = 0;
        Lost = 0;
        Ticks = 0;
        _isOpen = false;
    }

    /// <summary>True when a frame of the episode is an intervention. Spans that found no room are not known here.</summary>
    public bool IsIntervention(long tick)
    {
        foreach (InterventionSpan span in Spans)
        {
            if (span.Contains(tick))
            {
                return true;
            }
        }

        return false;
    }

    private void Begin(long tick)
    {
        if (_isOpen)
        {
            return;
        }

        _isOpen = true;
        if (Count == _spans.Length)
        {
            Lost++;
            return;
        }

        _spans[Count++] = new InterventionSpan(tick, null, _matter);
    }

    private void End(long tick)
    {
        if (_isOpen && Count > 0 && _spans[Count - 1].EndTick is null)
        {
            _spans[Count - 1] = _spans[Count - 1] with { EndTick = tick - 1 };
        }

        _isOpen = false;
    }

    private SupervisorTrigger Matter(in SupervisorDecision decision)
    {
        if (decision.Motion == Motion.Release && decision.Code is null)
        {
            return SupervisorTrigger.TakeOver;
        }

        return decision.Trigger == SupervisorTrigger.None ? _matter : decision.Trigger;
    }
}
