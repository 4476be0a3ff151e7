using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>How often the guard stepped in.</summary>
internal static class InterventionReading
{
    private const double SPerMinute = 60;

    public static InterventionFacts Of(EpisodeView view)
    {
        string pass = view.Layout.Verdicts.Count > 0 ? view.Layout.Verdicts[0] : "";
        long steps = view.Counts.StepsByVerdict.Where(word => word.Key != pass).Sum(word => word.Value);
        IReadOnlyList<ViewSpan> spans = view.Strips.FirstOrDefault(strip => strip.Name == "verdict")?.Spans ?? [];
        bool isAll = spans.All(span => span.Hidden == 0);

        // Stretches of two kinds in a row are one: the guard did not let go in between.
        long stretches = spans.Index().Count(pair => pair.Item.Value != pass && (pair.Index == 0 || spans[pair.Index - 1].Value == pass));
        double minutes = view.LengthS / SPerMinute;
        return new InterventionFacts(
            steps, view.Counts.Steps > 0 ? (double)steps / view.Counts.Steps : null, view.Counts.Interventions, stretches, isAll, EventRate.Of([stretches], [minutes]));
    }
}
