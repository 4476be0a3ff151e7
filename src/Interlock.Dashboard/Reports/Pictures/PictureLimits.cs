namespace Interlock.Dashboard.Reports.Pictures;

/// <summary>How many pictures a recording gets, so that a report stays a file that can be sent.</summary>
/// <param name="Open">Channels shown at once.</param>
/// <param name="Folded">Further channels.</param>
/// <param name="Signals">Monitors and other signals.</param>
/// <param name="Moments">Worst moments with plot and still.</param>
internal sealed record PictureLimits(int Open, int Folded, int Signals, int Moments)
{
    /// <summary>Of a report on one recording.</summary>
    public static PictureLimits One { get; } = new(3, 21, 12, 5);

    /// <summary>Of each recording of a folder.</summary>
    public static PictureLimits OfMany { get; } = new(1, 0, 0, 2);
}
