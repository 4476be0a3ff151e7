using Interlock.Recording.Flight.Session;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview;

/// <summary>Which signals a layout has, in the order of <see cref="RecordingOverview.Signals"/>; the same for a file and for a run that goes on.</summary>
public static class SignalCatalogue
{
    /// <summary>Keys and units.</summary>
    /// <returns>Null when there are more signals than anybody could look at.</returns>
    public static IReadOnlyList<(string Key, string Unit)>? Of(FlightLayout layout) =>
        OverviewBuilder.CanKeep(layout) ? new SignalColumns(layout).Signals : null;
}
