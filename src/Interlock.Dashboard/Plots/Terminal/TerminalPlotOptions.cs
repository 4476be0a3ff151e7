namespace Interlock.Dashboard.Plots.Terminal;

/// <summary>Size and characters of a terminal plot.</summary>
public sealed record TerminalPlotOptions
{
    /// <summary>Columns, 40 or more; default 80.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Lines of the plot area, 2 to 100; default 8.</summary>
    public int Height { get; init; } = 8;

    /// <summary>Whether only ASCII may be written; default false: braille.</summary>
    public bool IsAscii { get; init; }
}
