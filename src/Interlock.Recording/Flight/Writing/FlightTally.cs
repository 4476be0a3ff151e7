using System.Globalization;
using Interlock.Core.Text;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Flight.Writing;

/// <summary>Counts along while a session is recorded, so that a list of recordings need not read their steps.</summary>
internal sealed class FlightTally(FlightLayout layout)
{
    private readonly long[] _verdicts = new long[layout.Verdicts.Count];
    private readonly long[] _events = new long[Enum.GetValues<FlightEventKind>().Length];
    private long _steps;
    private double? _worstMargin;

    public void Count(StepFrame step)
    {
        _steps++;
        if ((uint)step.Verdict < (uint)_verdicts.Length)
        {
            _verdicts[step.Verdict]++;
        }

        // A margin that is no number is no comfort: it counts as the worst, as Math.Min has it.
        if (step.Margin is { } margin)
        {
            _worstMargin = Math.Min(_worstMargin ?? margin, margin);
        }
    }

    public void Count(FlightEvent happened)
    {
        if ((uint)happened.Kind < (uint)_events.Length)
        {
            _events[(int)happened.Kind]++;
        }
    }

    public Dictionary<string, string> Facts(FlightOutcome? outcome, FlightHealth health, ulong endNs)
    {
        Dictionary<string, string> facts = new()
        {
            ["end_file_ns"] = endNs.ToString(CultureInfo.InvariantCulture),
            ["steps"] = FlightFacts.Whole(_steps),
            ["steps_dropped"] = FlightFacts.Whole(health.StepsDropped),
            ["events_dropped"] = FlightFacts.Whole(health.EventsDropped),
            ["items_dropped"] = FlightFacts.Whole(health.ItemsDropped),
        };
        for (int i = 0; i < _verdicts.Length; i++)
        {
            facts[$"verdict.{layout.Verdicts[i]}"] = FlightFacts.Whole(_verdicts[i]);
        }

        for (int i = 0; i < _events.Length; i++)
        {
            facts[$"event.{EnumWord.Of((FlightEventKind)i)}"] = FlightFacts.Whole(_events[i]);
        }

        FlightFacts.Add(facts, "worst_margin", _worstMargin?.ToString("R", CultureInfo.InvariantCulture));
        FlightFacts.Add(facts, "success", outcome?.Success is { } success ? (success ? "true" : "false") : null);
        FlightFacts.Add(facts, "outcome", outcome?.Words);
        return facts;
    }
}
