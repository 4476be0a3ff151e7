using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>A channel over the whole recording.</summary>
internal static class ChannelReading
{
    public static ChannelFacts Of(EpisodeView view, string name)
    {
        ViewSignal? policy = Signal(view, "policy", name), guarded = Signal(view, "guarded", name);
        return new ChannelFacts
        {
            Name = name,
            Unit = guarded?.Unit ?? "",
            Min = guarded?.Min,
            Max = guarded?.Max,
            PolicyMin = NumberReading.Known(policy?.Whole.Min),
            PolicyMax = NumberReading.Known(policy?.Whole.Max),
            PolicyNotANumber = policy?.Whole.NotANumber ?? 0,
            Commands = (guarded?.Whole.Count ?? 0) + (guarded?.Whole.NotANumber ?? 0),
            GuardedMin = NumberReading.Known(guarded?.Whole.Min),
            GuardedMax = NumberReading.Known(guarded?.Whole.Max),
            GuardedNotANumber = guarded?.Whole.NotANumber ?? 0,
            Interventions = view.Counts.Events.Where(count => count.Kind == "intervention" && count.Channel == name).Sum(count => count.Count),
            IsInside = IsInside(guarded),
        };
    }

    private static bool? IsInside(ViewSignal? guarded)
    {
        if (guarded is null || guarded.Whole.Count + guarded.Whole.NotANumber == 0 || (guarded.Min is null && guarded.Max is null))
        {
            return null;
        }

        return guarded.Whole.NotANumber == 0 && guarded.Whole.Min >= (guarded.Min ?? double.NegativeInfinity) && guarded.Whole.Max <= (guarded.Max ?? double.PositiveInfinity);
    }

    private static ViewSignal? Signal(EpisodeView view, string group, string name) => view.Signals.FirstOrDefault(signal => signal.Group == group && signal.Name == name);
}
