using Interlock.Guard.Interventions;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Telemetry.Catalogue;
using Interlock.Runtime.Telemetry.Probes;

namespace Interlock.Runtime.Telemetry.Alerts;

/// <summary>Tells of the guard's interventions since the last collection: one alert for a code and channel, with its number and the newest sentence.</summary>
internal sealed class InterventionAlerts(SessionProbe session, AlertDesk desk) : IMetricProbe
{
    private readonly Dictionary<int, long> _told = [];

    public void Read(MetricBoard board)
    {
        foreach ((int cell, long count, Intervention newest) in session.Causes.Read())
        {
            long more = count - _told.GetValueOrDefault(cell);
            if (more > 0)
            {
                _told[cell] = count;
                desk.Tell(new Alert(FlightLevel.Warning, newest.Code, newest.Channel < 0 ? null : session.ChannelOf(newest), session.Explain(newest), more));
            }
        }
    }
}
