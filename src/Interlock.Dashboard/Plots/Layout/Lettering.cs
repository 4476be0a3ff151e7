namespace Interlock.Dashboard.Plots.Layout;

/// <summary>Sizes of the letters and rows in px.</summary>
internal static class Lettering
{
    public const double TitlePx = 15;
    public const double TextPx = 12;
    public const double SmallPx = 11;

    public const double TitleRowPx = 22;
    public const double RowPx = 17;
    public const double StripRowPx = 19;
    public const double EventRowPx = 16;
    public const double PanelGapPx = 14;
    public const double EdgePx = 12;

    public const double SamplePx = 20;
    public const double LegendGapPx = 16;
}
