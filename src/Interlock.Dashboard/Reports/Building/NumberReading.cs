using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>A signal over the whole recording.</summary>
internal static class NumberReading
{
    public static NumberFacts Of(ViewSignal signal) => new(
        signal.Key, signal.Unit, signal.Whole.Count, signal.Whole.NotANumber, Known(signal.Whole.Min), Known(signal.Whole.Mean), Known(signal.Whole.Max), signal.Threshold ?? signal.Max);

    public static double? Known(double? value) => value is { } number && !double.IsNaN(number) ? number : null;
}
