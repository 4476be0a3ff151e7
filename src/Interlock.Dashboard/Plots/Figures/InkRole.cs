namespace Interlock.Dashboard.Plots.Figures;

/// <summary>Meanings that have a colour.</summary>
internal enum InkRole
{
    Channel,
    State,
    StateText,
    Text,
    Quiet,
    Limit,
    Alarm,
    Paper,
    Grid,
    Frame,
}
