using System.Globalization;
using Interlock.Dashboard.Reports.Building;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Latency and success.</summary>
internal static class RunLines
{
    /// <summary>Share of episodes that must succeed.</summary>
    private const double RequiredSuccess = 0.9;

    public static ReadinessLine Latency(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "latency", title = "Every answer of the policy came within its budget";
        const string wouldShow = "watchdog.max_age_ms in the contract and recordings on a real clock with answers whose time is known";
        TimingFacts[] timings = [.. episodes.Select(episode => episode.Timing)];
        long timed = timings.Sum(timing => timing.AnswersTimed);
        long late = timings.Sum(timing => timing.WatchdogEvents);
        EpisodeFacts? slowest = episodes.Where(episode => episode.Timing is { LatencyMaxMs: not null, BudgetMs: not null }).MaxBy(episode => episode.Timing.LatencyMaxMs / episode.Timing.BudgetMs);
        string evidence = slowest is { Timing: { } worst }
            ? string.Create(CultureInfo.InvariantCulture, $"slowest {worst.LatencyMaxMs:0.#} ms in {slowest.File}, budget {worst.BudgetMs:0.#} ms ({worst.BudgetFrom}); n = {timed:N0} answers, {late:N0} watchdog events")
            : string.Create(CultureInfo.InvariantCulture, $"no time of an answer was measured; {late:N0} watchdog events");
        if (slowest?.Timing is { } over && (over.LatencyMaxMs > over.BudgetMs || late > 0))
        {
            return ReadinessLine.Wanting(item, title, evidence, "runs in which no answer is late and no watchdog runs out");
        }

        if (episodes.FirstOrDefault(episode => episode.Timing.IsVirtual) is { } stated)
        {
            return ReadinessLine.NotShown(item, title, $"{stated.File} ran on a virtual clock: its times were stated, not measured", wouldShow);
        }

        if (slowest is null || timings.Any(timing => timing.BudgetMs is null || timing.AnswersTimed == 0))
        {
            return ReadinessLine.NotShown(item, title, slowest is null ? evidence : $"{evidence}; not every recording has a budget and measured times", wouldShow);
        }

        long answers = timings.Sum(timing => timing.Answers);
        return timed == answers
            ? ReadinessLine.Shown(item, title, evidence)
            : ReadinessLine.NotShown(item, title, string.Create(CultureInfo.InvariantCulture, $"{evidence}; the times of {answers - timed:N0} further answers are not known"), wouldShow);
    }

    public static ReadinessLine Success(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "success", title = "At least 90 % of episodes succeed: the lower end of the 95 % interval is 90 % or more";
        const string wouldShow = "more judged episodes; 35 of 35, or 52 of 53, are the fewest that show it";
        RateFacts success = GroupReading.Of(episodes).Success;
        if (success.Value is null)
        {
            return ReadinessLine.NotShown(item, title, "no episode was judged", wouldShow);
        }

        string evidence = string.Create(
            CultureInfo.InvariantCulture, $"{success.Count} of {success.N} ({success.Value:0.0 %}), 95 % Wilson interval {success.Low:0.0 %} to {success.High:0.0 %}, in {Words.Where(episodes)}; {episodes.Count - success.N} not judged{Simulated(episodes)}");
        return success.Low >= RequiredSuccess ? ReadinessLine.Shown(item, title, evidence)
            : success.High < RequiredSuccess ? ReadinessLine.Wanting(item, title, evidence, wouldShow)
            : ReadinessLine.NotShown(item, title, evidence, wouldShow);
    }

    private static string Simulated(IReadOnlyList<EpisodeFacts> episodes) =>
        episodes.Count(episode => episode.Timing.IsVirtual) is > 0 and int count ? $"; {count} of {episodes.Count} recordings on a virtual clock, which is simulation" : "";
}
