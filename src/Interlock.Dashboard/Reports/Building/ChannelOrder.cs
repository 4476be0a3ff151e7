using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>Channels in the order in which they are worth a look.</summary>
internal static class ChannelOrder
{
    /// <summary>By interventions, then by how far the extremes of the policy lie outside those that were let through, then as the contract has them.</summary>
    public static IReadOnlyList<string> MostChangedFirst(EpisodeView view) =>
        [.. view.Layout.Channels.Distinct().OrderByDescending(name => Interventions(view, name)).ThenByDescending(name => Excess(view, name))];

    private static long Interventions(EpisodeView view, string name) =>
        view.Counts.Events.Where(count => count.Kind == "intervention" && count.Channel == name).Sum(count => count.Count);

    private static double Excess(EpisodeView view, string name)
    {
        ViewSignal? policy = view.Signals.FirstOrDefault(signal => signal.Key == $"policy/{name}"), guarded = view.Signals.FirstOrDefault(signal => signal.Key == $"guarded/{name}");
        if (policy is null || guarded is null)
        {
            return 0;
        }

        double span = guarded.Whole.Max - guarded.Whole.Min;
        double excess = (Math.Max(0, guarded.Whole.Min - policy.Whole.Min) + Math.Max(0, policy.Whole.Max - guarded.Whole.Max)) / Math.Max(span, double.Epsilon);
        return double.IsNaN(excess) ? 0 : excess;
    }
}
