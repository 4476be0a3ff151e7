using System.Globalization;
using Interlock.Core.Text;
using Interlock.Guard.Monitors;

namespace Interlock.Evaluation.Replay;

/// <summary>A named limit on a replay, written <c>name=value</c>; exceeded when the observed value is larger.</summary>
/// <param name="Name">A total of the replay, or the name of a monitor (its largest episode value).</param>
/// <param name="Limit">Largest value that is accepted.</param>
public sealed record ReplayThreshold(string Name, double Limit)
{
    private static readonly Dictionary<string, Func<ReplayTotals, double>> Totals = new(StringComparer.Ordinal)
    {
        ["intervention_rate"] = totals => totals.InterventionRate,
        ["clip_rate"] = totals => totals.ClipRate,
        ["clipped_steps"] = totals => totals.Clipped,
        ["held_steps"] = totals => totals.Held,
        ["stopped_steps"] = totals => totals.Stopped,
        ["alarm_steps"] = totals => totals.AlarmSteps,
        ["alarm_episodes"] = totals => totals.AlarmEpisodes,
        ["largest_clip_fraction"] = totals => totals.LargestClipFraction,
    };

    /// <summary>Parses <c>name=value</c>; null with a sentence in <paramref name="problem"/> when it is not one.</summary>
    public static ReplayThreshold? Parse(string text, IReadOnlyList<MonitorInfo> monitors, out string problem)
    {
        string[] parts = text.Split('=', 2);
        string[] names = [.. Totals.Keys, .. monitors.Select(monitor => monitor.Name)];
        if (!names.Contains(parts[0]))
        {
            string? nearest = NearestName.Of(parts[0], names);
            problem = $"'{parts[0]}' is not a threshold" + (nearest is null ? $"; the totals are {string.Join(", ", Totals.Keys)}" : $"; did you mean '{nearest}'?");
            return null;
        }

        if (parts.Length < 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double limit) || double.IsNaN(limit))
        {
            problem = $"'{text}' has no number after '='; write for example {parts[0]}=0.05";
            return null;
        }

        problem = string.Empty;
        return new ReplayThreshold(parts[0], limit);
    }

    /// <summary>The value that is compared: a total, or the largest episode value of the monitor (NaN when it has none).</summary>
    public double Observed(ReplayTotals totals, IReadOnlyList<MonitorInfo> monitors)
    {
        if (Totals.TryGetValue(Name, out Func<ReplayTotals, double>? total))
        {
            return total(totals);
        }

        int index = monitors.ToList().FindIndex(monitor => monitor.Name == Name);
        return totals.Episodes.Select(episode => episode.Summary.Monitors[index]).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max();
    }
}
