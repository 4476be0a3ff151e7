namespace Interlock.Dashboard.Plots.Figures;

/// <summary>One plot area with its own vertical axis.</summary>
/// <param name="Y">The vertical axis.</param>
/// <param name="Marks">What is drawn, the first at the bottom.</param>
public sealed record Panel(Axis Y, IReadOnlyList<Mark> Marks)
{
    /// <summary>A line above the plot area; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Height relative to the other panels; default 1.</summary>
    public double Weight { get; init; } = 1;
}
