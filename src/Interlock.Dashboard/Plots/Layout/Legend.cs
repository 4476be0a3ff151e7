using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Layout;

/// <summary>The words of a figure's legend, each once.</summary>
internal static class Legend
{
    public static IReadOnlyList<LegendEntry> Of(Figure figure)
    {
        IEnumerable<LegendEntry> marks = figure.Panels.SelectMany(panel => panel.Marks).Where(mark => mark.Name.Length > 0).Select(Of);
        IEnumerable<LegendEntry> spans = figure.Spans.Select(span => new LegendEntry(span.Name, LegendShape.Patch, span.Ink));
        IEnumerable<LegendEntry> ticks = figure.ChunkTicks.Count == 0 ? [] : [new LegendEntry("chunk begins", LegendShape.Tick, Ink.Quiet)];
        IEnumerable<LegendEntry> events = figure.Events.Count == 0 ? [] : [new LegendEntry("event", LegendShape.Event, figure.Events[0].Ink)];
        return [.. marks.Concat(spans).Concat(ticks).Concat(events).Where(entry => entry.Name.Length > 0).Distinct()];
    }

    private static LegendEntry Of(Mark mark) => new(mark.Name, mark switch
    {
        LimitMark => LegendShape.Limits,
        AreaMark or BarMark => LegendShape.Patch,
        PointMark => LegendShape.Point,
        _ => LegendShape.Line,
    }, mark is LimitMark ? Ink.Limit : mark.Ink, mark.Stroke);
}
