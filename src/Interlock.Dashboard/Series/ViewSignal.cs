using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>A signal that pages and reports can ask for.</summary>
/// <param name="Key"><c>GROUP/NAME</c>; what <see cref="EpisodeView.Slice"/> takes.</param>
/// <param name="Group"><c>raw</c>, <c>policy</c>, <c>guarded</c>, <c>executed</c>, <c>state</c>, <c>monitor</c>, <c>force</c>, <c>timing</c> or <c>scalar</c>.</param>
/// <param name="Name">For example a channel's name; data of the recording, never markup.</param>
/// <param name="Unit">Symbol; empty for none.</param>
/// <param name="Channel">Index of the channel in the layout, which gives the colour; null where it is not one.</param>
/// <param name="Min">Lower limit of the guarded contract; null for none.</param>
/// <param name="Max">Upper limit of the guarded contract; null for none.</param>
/// <param name="Threshold">Calibrated level of a monitor over the whole episode, for example of the CUSUM; null where none is known.</param>
/// <param name="Whole">Exact count, extremes and mean over the recording.</param>
public sealed record ViewSignal(
    string Key, string Group, string Name, string Unit, int? Channel, double? Min, double? Max, double? Threshold, OverviewSignal Whole)
{
    /// <summary>The functional band of a monitor that an alarm watches; null where there is none.</summary>
    public ViewBand? Band { get; init; }
}
