using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>Where the worst moment was.</summary>
internal readonly struct OverviewMomentPlace(EpisodeView view)
{
    public double T => view.Overview.WorstMoments[0].TimeS;

    public string Where => view.Overview.WorstMoments[0].Channel is { } channel ? $" on {channel}" : "";
}
