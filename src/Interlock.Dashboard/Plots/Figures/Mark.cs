namespace Interlock.Dashboard.Plots.Figures;

/// <summary>Something drawn in a panel.</summary>
public abstract record Mark
{
    /// <summary>Its word in the legend; empty: not in the legend.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its colour.</summary>
    public Ink Ink { get; init; } = Ink.Channel(0);

    /// <summary>How its line is drawn.</summary>
    public Stroke Stroke { get; init; }

    /// <summary>Whether it is only there to compare with, as a limit is: where it is far away it does not squeeze the data. Default false.</summary>
    public bool IsGuide { get; init; }
}
