using Interlock.Runtime.Live;
using Interlock.Runtime.Telemetry.Catalogue;

namespace Interlock.Runtime.Telemetry.Probes;

/// <summary>A live feed as telemetry sees it.</summary>
internal sealed class LiveProbe(LiveFeed feed) : IMetricProbe
{
    public void Read(MetricBoard board)
    {
        LiveCounts counts = feed.Counts;
        board.Set(MetricCatalogue.LiveClients, counts.Clients);
        board.Set(MetricCatalogue.LiveDropped, counts.Dropped);
    }
}
