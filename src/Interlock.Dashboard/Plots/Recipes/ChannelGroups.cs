using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Plots.Recipes;

/// <summary>How the groups of one channel are told apart in one panel.</summary>
internal static class ChannelGroups
{
    /// <summary>From the bottom to the top of the picture: what was asked, what was allowed, what was sent.</summary>
    public static IReadOnlyList<string> InOrder { get; } = ["policy", "guarded", "executed"];

    public static BandMark Mark(ViewSignal signal, SignalSlice slice, TimeSpanS span) =>
        new(span.From, (span.To - span.From) / slice.Count, slice)
        {
            Name = signal.Group,
            Ink = signal.Group == "policy" ? Ink.Quiet : Ink.Channel(signal.Channel ?? 0),
            Stroke = StrokeOf(signal),
        };

    public static Stroke StrokeOf(ViewSignal signal) =>
        signal.Group switch { "executed" or "state" => Stroke.Dotted, "policy" => Stroke.Dashed, "guarded" => Stroke.Bold, _ => Stroke.Solid };
}
