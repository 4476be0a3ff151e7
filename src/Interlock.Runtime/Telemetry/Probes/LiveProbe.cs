using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Probes;

/// <summary>A live feed as telemetry sees it.</summary>
internal sealed class LiveProbe(Func<(int Clients, long Dropped)> counts) : IMetricProbe
{
    public void Read(MetricBoard board)
    {
        (int clients, long dropped) = counts();
        board.Set(MetricCatalogue.LiveClients, clients);
        board.Set(MetricCatalogue.LiveDropped, dropped);
    }
}
