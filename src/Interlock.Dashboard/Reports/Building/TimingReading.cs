using Interlock.Core.Statistics;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;
using Interlock.Recording.Flight.Session;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>Was the run in time.</summary>
internal static class TimingReading
{
    private const double MsPerS = 1000;
    private const double Median = 0.5, Rare = 0.99;

    public static TimingFacts Of(EpisodeView view, RunSettings settings)
    {
        double[] latencies = Measured(view);
        (double? budget, string? from) = Budget(view, settings);
        return new TimingFacts(
            MsPerS / view.Layout.RateHz,
            budget,
            from,
            view.Counts.Chunks,
            At(latencies, Median),
            At(latencies, Rare),
            At(latencies, 1),
            latencies.Length,
            view.Counts.Events.Where(count => count.Kind == "watchdog").Sum(count => count.Count),
            [.. view.Signals.Where(signal => signal.Group == "timing").Select(signal => NumberReading.Of(view, signal))],
            view.Session.Clock);
    }

    // The contract's watchdog is a promise, the run file's limit a setting: the promise goes first.
    private static (double? Ms, string? From) Budget(EpisodeView view, RunSettings settings) =>
        view.Contract?.Watchdog is { } watchdog ? (watchdog.MaxAgeMs, "watchdog.max_age_ms of the contract")
        : settings.PolicyTimeoutMs is { } timeout ? (timeout, "supervisor.policy_timeout_ms of the run file")
        : (null, null);

    // A virtual clock states times and measures none; an answer in exactly 0 ms was measured by nobody either.
    private static double[] Measured(EpisodeView view)
    {
        double[] latencies = [.. view.Overview.Chunks.Select(chunk => chunk.LatencyMs).OfType<double>().Where(double.IsFinite).Order()];
        return view.Session.Clock == FlightSession.VirtualClock || (latencies.Length > 0 && latencies[^1] <= 0) ? [] : latencies;
    }

    private static double? At(double[] sorted, double level) => sorted.Length == 0 ? null : Quantile.Linear(sorted, level);
}
