using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Steps;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Journal;

/// <summary>Copies the supervisor's events into the recording as they come.</summary>
internal sealed class SupervisorEvents(FlightRecorder recorder, EventRing events, CodeBook codes)
{
    // For a change that has no code of its own, such as a start.
    private const string NoCode = "state";

    private long _next;

    public void Write()
    {
        for (; events.TryRead(_next, out SupervisorEvent happened); _next++)
        {
            recorder.TryEvent(new FlightEvent
            {
                MonotonicNs = happened.NowNs,
                Kind = KindOf(happened),
                Code = codes.Of(happened.Code ?? NoCode),
                Tick = happened.Tick,
                Value = (double)happened.To,
                Limit = (double)happened.From,
            });
        }
    }

    private static FlightEventKind KindOf(in SupervisorEvent happened) => happened switch
    {
        { To: SupervisorState.Stopped, From: not SupervisorState.Stopped } => FlightEventKind.Stop,
        { Trigger: SupervisorTrigger.Reset } => FlightEventKind.Reset,
        { To: SupervisorState.HumanControl } or { From: SupervisorState.HumanControl } => FlightEventKind.Human,
        _ => FlightEventKind.Supervisor,
    };
}
