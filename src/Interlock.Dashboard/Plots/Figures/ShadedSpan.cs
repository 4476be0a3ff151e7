namespace Interlock.Dashboard.Plots.Figures;

/// <summary>A span of the horizontal axis that is shaded behind the panels.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Name">Its word in the legend; spans of one name share an entry.</param>
public sealed record ShadedSpan(double From, double To, string Name)
{
    /// <summary>Its colour; default that of interventions.</summary>
    public Ink Ink { get; init; } = Ink.Alarm;
}
