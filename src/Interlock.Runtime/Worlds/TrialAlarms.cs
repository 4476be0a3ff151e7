using Interlock.Guard;
using Interlock.Guard.Alarms;
using Interlock.Guard.Interventions;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Worlds;

/// <summary>What the loop noticed in a trial, in the order in which it began.</summary>
internal sealed class TrialAlarms
{
    private readonly HashSet<int> _firing = [];
    private long _sinceTick;
    private long _nextEvent;

    /// <summary>The first since the onset; null when nothing was noticed.</summary>
    public TrialAlarm? First { get; private set; }

    /// <summary>Those before the onset.</summary>
    public int FalseOnes { get; private set; }

    private int Count { get; set; }

    /// <summary>The fault sets in.</summary>
    public void Begin(long tick)
    {
        _sinceTick = tick;
        FalseOnes = Count;
        First = null;
    }

    public void Observe(ControlLoop loop, LoopParts parts)
    {
        // The supervisor decides before the guard is asked.
        for (; parts.Supervisor.Events.TryRead(_nextEvent, out SupervisorEvent item); _nextEvent++)
        {
            if (item.Code is { } code && item.To != item.From && item.To is SupervisorState.Holding or SupervisorState.AwaitingHuman or SupervisorState.Stopped)
            {
                Note(loop.Tick, code, null);
            }
        }

        if (loop.Motion.Source == MotionSource.Policy)
        {
            NoteRefusal(loop, parts.Guard);
            NoteAlarms(loop, parts.Guard);
        }
    }

    /// <summary>An action that was not used counts, named by what concerns the whole action or else by the first cause.</summary>
    private void NoteRefusal(ControlLoop loop, ActionGuard guard)
    {
        if (loop.Motion.Guarded.Verdict is not (Verdict.Hold or Verdict.Stop) || guard.LastInterventions.IsEmpty)
        {
            return;
        }

        string code = guard.LastInterventions[0].Code;
        foreach (ref readonly Intervention item in guard.LastInterventions)
        {
            code = item.Channel < 0 ? item.Code : code;
        }

        Note(loop.Tick, code, null);
    }

    /// <summary>An alarm counts when it begins to fire, so that a false one is not taken for a detection later.</summary>
    private void NoteAlarms(ControlLoop loop, ActionGuard guard)
    {
        foreach (int position in guard.LastAlarms)
        {
            if (!_firing.Contains(position))
            {
                AlarmInfo alarm = guard.Alarms[position];
                Note(loop.Tick, alarm.Code, alarm.Name);
            }
        }

        _firing.Clear();
        foreach (int position in guard.LastAlarms)
        {
            _firing.Add(position);
        }
    }

    private void Note(long tick, string code, string? name)
    {
        Count++;
        First ??= new TrialAlarm(code, name, tick - _sinceTick);
    }
}
