namespace Interlock.Dashboard.Plots.Figures;

/// <summary>Meanings that have a colour.</summary>
internal enum InkRole
{
    Channel,
    Text,
    Quiet,
    Limit,
    Alarm,
    Paper,
    Grid,
    Frame,
}
