using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Layout;

/// <summary>The vertical ends of a panel, and what does not fit between them.</summary>
internal sealed class VerticalExtent
{
    /// <summary>A limit is in the picture as long as the data keeps a quarter of the height.</summary>
    private const double MostTimesSpan = 4;

    private const double MarginShare = 0.06;

    private readonly List<string> _notes = [];

    public VerticalExtent(Panel panel, double fromX, double toX)
    {
        AxisRange range = new();
        foreach (Mark mark in panel.Marks)
        {
            if (!mark.IsGuide)
            {
                MarkRange.AddY(ref range, mark, fromX, toX);
            }
        }

        foreach ((double value, string name) in panel.Marks.SelectMany(mark => mark.IsGuide ? Guides(mark, fromX, toX) : Levels(mark)))
        {
            if (!range.AddUnlessFar(value, MostTimesSpan))
            {
                bool isAbove = value > range.High;
                _notes.Add($"{(isAbove ? "↑" : "↓")} {name} {TickText.Short(value)}{(panel.Y.Unit.Length > 0 ? " " + panel.Y.Unit : "")}");
            }
        }

        bool hasBars = panel.Marks.Any(mark => mark is BarMark) && range.Low >= 0;
        (From, To) = range.Ends(hasBars ? panel.Y with { From = panel.Y.From ?? 0 } : panel.Y, MarginShare);
    }

    public double From { get; }

    public double To { get; }

    public IReadOnlyList<string> Notes => _notes;

    // Both ends of a course; an area says nothing that its line does not.
    private static IEnumerable<(double Value, string Name)> Guides(Mark mark, double fromX, double toX)
    {
        AxisRange range = new();
        MarkRange.AddY(ref range, mark, fromX, toX);
        return mark is AreaMark || range.IsEmpty ? [] : new[] { range.Low, range.High }.Distinct().Select(value => (value, mark.Name));
    }

    private static IEnumerable<(double Value, string Name)> Levels(Mark mark)
    {
        if (mark is LevelMark { IsUpright: false } level && double.IsFinite(level.Value))
        {
            yield return (level.Value, level.Name.Length > 0 ? level.Name : "level");
        }

        if (mark is LimitMark { Min: { } min } && double.IsFinite(min))
        {
            yield return (min, "min");
        }

        if (mark is LimitMark { Max: { } max } && double.IsFinite(max))
        {
            yield return (max, "max");
        }
    }
}
