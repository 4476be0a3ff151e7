using Interlock.Core.Text;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Probes;

/// <summary>A proxy as telemetry sees it.</summary>
internal sealed class ProxyProbe(Func<ProxyCounts> counts, ProxyProtocol protocol) : IMetricProbe
{
    private readonly string _protocol = EnumWord.Of(protocol);

    public void Read(MetricBoard board)
    {
        ProxyCounts now = counts();
        board.Set(MetricCatalogue.ProxyClients, now.OpenClients, _protocol);
        board.Set(MetricCatalogue.ProxyConnections, now.Clients, _protocol);
        board.Set(MetricCatalogue.ProxyRequests, now.Requests, _protocol);
        board.Set(MetricCatalogue.ProxyRows, now.Rows, _protocol);
        board.Set(MetricCatalogue.ProxyChanged, now.ChangedRows, _protocol);
        board.Set(MetricCatalogue.ProxyClientErrors, now.ClientErrors, _protocol);
        board.Set(MetricCatalogue.ProxyUpstreamFailures, now.UpstreamFailures, _protocol);
    }
}
