using Interlock.Guard;
using Interlock.Guard.Alarms;
using Interlock.Guard.Interventions;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Steps;
using Interlock.Runtime.Loop;

namespace Interlock.Runtime.Journal;

/// <summary>Interventions and alarms of the guard as events; an intervention that goes on from tick to tick is told once.</summary>
internal sealed class GuardEvents(FlightRecorder recorder, ActionGuard guard, CodeBook codes)
{
    private readonly string?[] _going = new string?[guard.ChannelCount + 1];
    private readonly string?[] _now = new string?[guard.ChannelCount + 1];

    public void Write(in TickView tick)
    {
        _now.AsSpan().Clear();
        if (!tick.Action.IsEmpty)
        {
            foreach (ref readonly Intervention intervention in guard.LastInterventions)
            {
                Tell(tick, intervention);
            }

            TellAlarms(tick);
        }

        _now.CopyTo(_going, 0);
    }

    private void Tell(in TickView tick, in Intervention intervention)
    {
        int place = intervention.Channel + 1;
        bool isNew = _going[place] != intervention.Code && _now[place] is null;
        _now[place] ??= intervention.Code;
        if (isNew)
        {
            recorder.TryEvent(new FlightEvent
            {
                MonotonicNs = tick.Timings.BeganAtNs,
                Kind = tick.Motion.Guarded.Verdict == Verdict.Stop ? FlightEventKind.Stop : FlightEventKind.Intervention,
                Code = codes.Of(intervention.Code),
                Tick = tick.Tick,
                PolicyStep = tick.PlanStep ?? double.NaN,
                Channel = intervention.Channel >= 0 ? intervention.Channel : null,
                Value = intervention.Raw,
                Limit = intervention.Limit,
            });
        }
    }

    private void TellAlarms(in TickView tick)
    {
        foreach (int alarm in guard.LastAlarms)
        {
            AlarmReading reading = guard.ReadAlarm(alarm);
            recorder.TryEvent(new FlightEvent
            {
                MonotonicNs = tick.Timings.BeganAtNs,
                Kind = FlightEventKind.Alarm,
                Code = codes.Of(guard.Alarms[alarm].Code),
                Tick = tick.Tick,
                PolicyStep = tick.PlanStep ?? double.NaN,
                Monitor = reading.Monitor >= 0 ? reading.Monitor : null,
                Value = reading.Value,
                Limit = reading.Limit,
            });
        }
    }
}
