using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>A signal over the whole recording.</summary>
internal static class NumberReading
{
    public static NumberFacts Of(EpisodeView view, ViewSignal signal) => new(
        signal.Key, signal.Unit, signal.Whole.Count, signal.Whole.NotANumber, Known(signal.Whole.Min), Known(signal.Whole.Mean), Known(signal.Whole.Max), MaxAtS(view, signal), signal.Threshold ?? signal.Max);

    private static double? MaxAtS(EpisodeView view, ViewSignal signal)
    {
        int place = view.Signals.Index().First(pair => ReferenceEquals(pair.Item, signal)).Index;
        ReadOnlySpan<float> highs = view.Overview.Highs(place);
        int largest = -1;
        for (int i = 0; i < highs.Length; i++)
        {
            largest = largest < 0 ? (float.IsNaN(highs[i]) ? -1 : i) : highs[i] > highs[largest] ? i : largest;
        }

        return largest < 0 ? null : largest * view.Overview.BucketLengthS;
    }

    public static double? Known(double? value) => value is { } number && !double.IsNaN(number) ? number : null;
}
