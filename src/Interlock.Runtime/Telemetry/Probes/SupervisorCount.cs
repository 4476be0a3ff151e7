using Interlock.Core.Text;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Probes;

/// <summary>Counts the supervisor's events from its ring.</summary>
internal sealed class SupervisorCount(Supervisor supervisor)
{
    private readonly SortedDictionary<string, long> _byCode = new(StringComparer.Ordinal);
    private long _next;
    private long _lost;
    private double _alarms;

    public void Read(MetricBoard board)
    {
        TakeNew();
        foreach (SupervisorState state in Enum.GetValues<SupervisorState>())
        {
            board.Set(MetricCatalogue.State, supervisor.State == state ? 1 : 0, EnumWord.Of(state));
        }

        foreach ((string code, long count) in _byCode)
        {
            board.Set(MetricCatalogue.Events, count, code);
        }

        board.Set(MetricCatalogue.EventsLost, _lost);
        board.Set(MetricCatalogue.Alarms, _alarms);
    }

    private void TakeNew()
    {
        long written = supervisor.Events.Written;
        for (; _next < written; _next++)
        {
            if (!supervisor.Events.TryRead(_next, out SupervisorEvent item))
            {
                _lost++;
                continue;
            }

            if (item.Code is { } code)
            {
                _byCode[code] = _byCode.GetValueOrDefault(code) + 1;
            }

            bool isAlarm = item.Trigger is SupervisorTrigger.AlarmRaised or SupervisorTrigger.AlarmNoted;
            _alarms += isAlarm && double.IsFinite(item.Value) ? item.Value : 0;
        }
    }
}
