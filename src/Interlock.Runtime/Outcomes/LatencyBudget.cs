using Interlock.Core.Text;

namespace Interlock.Runtime.Outcomes;

/// <summary>How long each stage took, against what it may take. One thread adds to one stage; adding allocates nothing.</summary>
public sealed class LatencyBudget
{
    private const double NsPerMs = 1e6;
    private const double Median = 0.5;
    private const double Tail = 0.99;

    private readonly LatencyHistogram[] _stages;
    private readonly long?[] _budgetsNs;
    private readonly long[] _misses;

    /// <summary>Creates an empty budget without limits.</summary>
    public LatencyBudget()
    {
        int stages = Enum.GetValues<LatencyStage>().Length;
        _stages = [.. Enumerable.Range(0, stages).Select(_ => new LatencyHistogram())];
        _budgetsNs = new long?[stages];
        _misses = new long[stages];
    }

    /// <summary>Durations of a stage.</summary>
    public LatencyHistogram Of(LatencyStage stage) => _stages[(int)stage];

    /// <summary>Durations of a stage above its limit.</summary>
    public long Misses(LatencyStage stage) => _misses[(int)stage];

    /// <summary>Sets what a stage may take, ns; null for no limit. Earlier durations are not judged again.</summary>
    public void SetLimit(LatencyStage stage, long? limitNs) => _budgetsNs[(int)stage] = limitNs;

    /// <summary>Takes a duration in, ns; true when it is above the stage's limit.</summary>
    public bool Add(LatencyStage stage, long durationNs)
    {
        _stages[(int)stage].Add(durationNs);
        bool missed = durationNs > _budgetsNs[(int)stage];
        _misses[(int)stage] += missed ? 1 : 0;
        return missed;
    }

    /// <summary>One line for people: median, 99th percentile, longest, and misses.</summary>
    public string Describe(LatencyStage stage)
    {
        LatencyHistogram histogram = Of(stage);
        if (histogram.Count == 0)
        {
            return $"{EnumWord.Of(stage)}: not measured";
        }

        string limit = _budgetsNs[(int)stage] is { } limitNs ? $", {Misses(stage)} of {histogram.Count} above {Ms(limitNs)}" : "";
        return $"{EnumWord.Of(stage)}: p50 {Ms(histogram.QuantileNs(Median))}, p99 {Ms(histogram.QuantileNs(Tail))}, max {Ms(histogram.MaxNs)}{limit}";
    }

    private static string Ms(long? ns) => ShortNumber.Of((ns ?? 0) / NsPerMs, "ms");
}
