namespace Interlock.Dashboard.Plots;

/// <summary>Light or dark paper.</summary>
public enum PlotTheme
{
    /// <summary>As the viewer prefers; light where there is no viewer to ask.</summary>
    Viewer,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}
