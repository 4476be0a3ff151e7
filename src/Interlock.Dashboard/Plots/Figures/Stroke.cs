namespace Interlock.Dashboard.Plots.Figures;

/// <summary>How a line is drawn; a second cue beside its colour.</summary>
public enum Stroke
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>Long dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,

    /// <summary>Unbroken and wider.</summary>
    Bold,

    /// <summary>Dashes twice as long as those of <see cref="Dashed"/>.</summary>
    LongDashed,

    /// <summary>A dash and a dot in turn.</summary>
    DashDotted,
}
