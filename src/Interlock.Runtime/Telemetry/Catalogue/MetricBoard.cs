using Interlock.Runtime.Outcomes;

namespace Interlock.Runtime.Telemetry.Catalogue;

/// <summary>Takes in what the probes read in one collection. A metric has a bounded number of series; what is beyond is counted, not kept.</summary>
internal sealed class MetricBoard
{
    /// <summary>25 codes over 64 channels and the whole action are 1625; ours.</summary>
    public const int MostSeries = 2000;

    private readonly Dictionary<MetricInfo, List<MetricSeries>> _series = new(ReferenceEqualityComparer.Instance);

    public long Refused { get; private set; }

    /// <summary>In the catalogue's order.</summary>
    public IReadOnlyList<MetricSeries> Series =>
        [.. MetricCatalogue.All.Where(_series.ContainsKey).SelectMany(metric => _series[metric])];

    /// <summary>A counter or gauge.</summary>
    public void Set(MetricInfo metric, double value, params IReadOnlyList<string> labels) =>
        Add(new MetricSeries(metric, labels, value, []));

    /// <summary>A histogram from one of finer buckets, whose values are never reported too small.</summary>
    /// <param name="metric">With bounds.</param>
    /// <param name="source">May be added to at the same time.</param>
    public void Set(MetricInfo metric, LatencyHistogram source)
    {
        long[] fine = new long[LatencyHistogram.BucketCount];
        long sum = source.SumNs;
        source.CopyCounts(fine);
        long[] counts = new long[metric.Bounds.Count + 1];
        for (int i = 0; i < fine.Length; i++)
        {
            counts[BucketOf(metric, LatencyHistogram.EndOf(i))] += fine[i];
        }

        Add(new MetricSeries(metric, [], sum / Session.InterventionTable.Billion, counts));
    }

    private static int BucketOf(MetricInfo metric, long end)
    {
        double value = end / Session.InterventionTable.Billion;
        int bucket = 0;
        while (bucket < metric.Bounds.Count && value > metric.Bounds[bucket])
        {
            bucket++;
        }

        return bucket;
    }

    private void Add(MetricSeries series)
    {
        if (series.Labels.Count != series.Metric.Labels.Count)
        {
            throw new ArgumentException($"{series.Metric.Name} has {series.Metric.Labels.Count} labels.");
        }

        if (!_series.TryGetValue(series.Metric, out List<MetricSeries>? known))
        {
            _series[series.Metric] = known = [];
        }

        if (known.Count < MostSeries)
        {
            known.Add(series);
        }
        else
        {
            Refused++;
        }
    }
}
