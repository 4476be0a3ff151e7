namespace Interlock.Dashboard.Plots.Figures;

/// <summary>One event on the horizontal axis.</summary>
/// <param name="At">Where.</param>
/// <param name="Text">A short word beside the mark, for example its code; left out where there is no room. Kept as hover text in SVG.</param>
public sealed record EventMark(double At, string Text)
{
    /// <summary>Its colour; default that of alarms.</summary>
    public Ink Ink { get; init; } = Ink.Alarm;
}
