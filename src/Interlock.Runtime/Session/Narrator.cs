using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Session;

/// <summary>Puts the supervisor's events and the policy's failures into words, for the recording and for whoever listens. Not on the control thread.</summary>
internal sealed class Narrator(EventRing events, AnswerJournal answers, FlightRecorder? recorder)
{
    private readonly Lock _telling = new();
    private long _next;

    public IReadOnlyList<Happening> Tell()
    {
        lock (_telling)
        {
            return New();
        }
    }

    private List<Happening> New()
    {
        List<Happening> told = [];
        while (answers.NextFailure() is { } failure)
        {
            told.Add(failure);
        }

        for (; _next < events.Written; _next++)
        {
            if (events.TryRead(_next, out SupervisorEvent item))
            {
                Happening happening = new(item.NowNs, LevelOf(item), item.Code, Supervisor.Explain(item));
                recorder?.RecordText(happening.MonotonicNs, happening.Level, "supervisor", happening.Sentence);
                told.Add(happening);
            }
        }

        // A cause comes before what the supervisor made of it.
        return [.. told.OrderBy(happening => happening.MonotonicNs)];
    }

    private static FlightLevel LevelOf(in SupervisorEvent item) =>
        item.To == SupervisorState.Stopped ? FlightLevel.Error
        : item.Code is not null ? FlightLevel.Warning
        : FlightLevel.Info;
}
