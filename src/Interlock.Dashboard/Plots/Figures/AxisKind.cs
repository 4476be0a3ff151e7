namespace Interlock.Dashboard.Plots.Figures;

/// <summary>How the numbers of an axis are written.</summary>
public enum AxisKind
{
    /// <summary>Plain numbers.</summary>
    Number,

    /// <summary>Seconds, written in s below two minutes and as min:s above.</summary>
    Time,

    /// <summary>A share between 0 and 1, written in per cent.</summary>
    Share,
}
