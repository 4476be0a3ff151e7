using Interlock.Core.Text;
using Interlock.Guard.Interventions;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Probes;

/// <summary>A proxy as telemetry sees it, over every client.</summary>
internal sealed class ProxyProbe(ProxyTally tally, IReadOnlyList<string> channels, ProxyProtocol protocol) : IMetricProbe
{
    private readonly string _protocol = EnumWord.Of(protocol);

    public void Read(MetricBoard board)
    {
        ProxyCounts now = tally.Snapshot;
        board.Set(MetricCatalogue.ProxyClients, now.OpenClients, _protocol);
        board.Set(MetricCatalogue.ProxyConnections, now.Clients, _protocol);
        board.Set(MetricCatalogue.ProxyRequests, now.Requests, _protocol);
        board.Set(MetricCatalogue.ProxyRows, now.Rows, _protocol);
        board.Set(MetricCatalogue.ProxyChanged, now.ChangedRows, _protocol);
        board.Set(MetricCatalogue.ProxyClientErrors, now.ClientErrors, _protocol);
        board.Set(MetricCatalogue.ProxyUpstreamFailures, now.UpstreamFailures, _protocol);
        ReadGuard(board);
        board.Set(MetricCatalogue.PolicyLatency, tally.Latency);
        board.Set(MetricCatalogue.PolicyFailures, now.UpstreamFailures);
    }

    private void ReadGuard(MetricBoard board)
    {
        foreach ((_, long count, Intervention newest) in tally.Causes.Read())
        {
            board.Set(MetricCatalogue.Interventions, count, newest.Code, newest.Channel >= 0 ? channels[newest.Channel] : MetricCatalogue.WholeAction);
        }

        board.Set(MetricCatalogue.ClipFraction, tally.Clips);
        board.Set(MetricCatalogue.Alarms, tally.Alarms);
    }
}
