namespace Interlock.Evaluation.Statistics;

/// <summary>A statistic of a sample in which observation i occurs <c>weights[i]</c> times; NaN where it is not defined.</summary>
internal delegate double WeightedStatistic(ReadOnlySpan<int> weights);
