namespace Interlock.Dashboard.Plots.Figures;

/// <summary>
/// A picture of numbers: state strips above, panels below, all on one horizontal axis. It holds values and meanings only;
/// <see cref="Svg.SvgWriter"/> and <see cref="Png.PngWriter"/> draw it.
/// </summary>
public sealed record Figure
{
    /// <summary>Headline; any text, it is escaped where it is drawn.</summary>
    public required string Title { get; init; }

    /// <summary>A second line under the headline; empty for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>What a screen reader says; empty: composed from the titles.</summary>
    public string Description { get; init; } = "";

    /// <summary>Small print under the picture; empty for none.</summary>
    public string Footnote { get; init; } = "";

    /// <summary>The horizontal axis of all panels and strips; default time in s.</summary>
    public Axis X { get; init; } = Axis.Time();

    /// <summary>State strips above the panels, from top to bottom.</summary>
    public IReadOnlyList<StateStrip> Strips { get; init; } = [];

    /// <summary>Panels from top to bottom.</summary>
    public required IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>Spans shaded behind all panels, for example interventions.</summary>
    public IReadOnlyList<ShadedSpan> Spans { get; init; } = [];

    /// <summary>Places of the chunk boundaries on the horizontal axis, drawn as short ticks.</summary>
    public IReadOnlyList<double> ChunkTicks { get; init; } = [];

    /// <summary>Events, marked at the top edge of the panels.</summary>
    public IReadOnlyList<EventMark> Events { get; init; } = [];

    /// <summary>Width of the whole picture in px, 240 to 8192; default 960.</summary>
    public int WidthPx { get; init; } = 960;

    /// <summary>Height of one panel's plot area in px, 40 to 4096; default 220.</summary>
    public int PanelHeightPx { get; init; } = 220;
}
