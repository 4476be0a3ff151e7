using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Comparison;

/// <summary>Compares statistics: one difference per channel, with every statistic of it that differs.</summary>
internal static class StatisticsDiff
{
    public static void Compare(ActionStatistics before, ActionStatistics after, string[] channels, DifferenceList list)
    {
        list.Number("channels", before.Channels, after.Channels);
        list.Number("timesteps", before.Timesteps, after.Timesteps);
        StatisticPair[] shared = [.. PairsOf(before, after, list)];
        bool sameShape = before.Channels == after.Channels && before.Timesteps == after.Timesteps;
        CompareWhole(shared.Where(pair => !sameShape || pair.Before.Count != pair.After.Count), list);
        StatisticPair[] comparable = [.. shared.Where(pair => sameShape && pair.Before.Count == pair.After.Count)];
        for (int channel = 0; channel < before.Channels; channel++)
        {
            CompareChannel(comparable, channel, before, list.Inside($"[{ChannelNames.At(channels, channel)}]"));
        }
    }

    /// <summary>Tables of different shape have no channels in common.</summary>
    private static void CompareWhole(IEnumerable<StatisticPair> pairs, DifferenceList list)
    {
        foreach (StatisticPair pair in pairs.Where(pair => !pair.Before.SequenceEqual(pair.After)))
        {
            list.Text(pair.Name, $"{pair.Before.Count} numbers", $"{pair.After.Count} other numbers");
        }
    }

    private static void CompareChannel(StatisticPair[] pairs, int channel, ActionStatistics shape, DifferenceList list)
    {
        List<string> old = [];
        List<string> now = [];
        foreach (StatisticPair pair in pairs)
        {
            if (LargestDifference(pair, channel, shape) is { } at)
            {
                string name = shape.Timesteps == 1 ? pair.Name : $"{pair.Name} at position {at / shape.Channels}";
                bool looksEqual = ShortNumber.Of(pair.Before[at]) == ShortNumber.Of(pair.After[at]);
                old.Add($"{name} {Shown(pair.Before[at], looksEqual)}");
                now.Add($"{name} {Shown(pair.After[at], looksEqual)}");
            }
        }

        list.Text("", old.Count == 0 ? null : string.Join(", ", old), now.Count == 0 ? null : string.Join(", ", now));
    }

    /// <summary>Index of the entry that differs most; one that is not a number on one side only counts as most. Null when all are equal.</summary>
    private static int? LargestDifference(StatisticPair pair, int channel, ActionStatistics shape)
    {
        int worst = -1;
        double largest = -1;
        for (int i = channel; i < pair.Before.Count; i += shape.Channels)
        {
            double difference = Math.Abs(pair.Before[i] - pair.After[i]);
            double weight = double.IsNaN(difference) ? double.PositiveInfinity : difference;
            if (!pair.Before[i].Equals(pair.After[i]) && weight > largest)
            {
                (worst, largest) = (i, weight);
            }
        }

        return worst < 0 ? null : worst;
    }

    private static string Shown(double value, bool whole) => whole ? $"{value:R}" : ShortNumber.Of(value);

    /// <summary>Statistics that both have; one that only one of them has is a difference of its own.</summary>
    private static IEnumerable<StatisticPair> PairsOf(ActionStatistics before, ActionStatistics after, DifferenceList list)
    {
        Dictionary<string, IReadOnlyList<double>> old = Named(before);
        Dictionary<string, IReadOnlyList<double>> now = Named(after);
        foreach (string name in old.Keys.Union(now.Keys))
        {
            if (list.BothPresent(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            {
                yield return new StatisticPair(name, old[name], now[name]);
            }
        }
    }

    private static Dictionary<string, IReadOnlyList<double>> Named(ActionStatistics statistics)
    {
        Dictionary<string, IReadOnlyList<double>> rows = [];
        Add("min", statistics.Min);
        Add("max", statistics.Max);
        Add("mean", statistics.Mean);
        Add("std", statistics.Std);
        foreach (QuantileRow row in statistics.Quantiles)
        {
            Add($"quantile {row.Level:R}", row.Values);
        }

        return rows;

        void Add(string name, IReadOnlyList<double>? values)
        {
            if (values is not null)
            {
                rows.TryAdd(name, values);
            }
        }
    }

    private sealed record StatisticPair(string Name, IReadOnlyList<double> Before, IReadOnlyList<double> After);
}
