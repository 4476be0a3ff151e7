using System.Globalization;
using Interlock.Dashboard.Reports.Building;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Latency, success, fallback, logging.</summary>
internal static class RunLines
{
    /// <summary>Share of episodes that must succeed.</summary>
    private const double RequiredSuccess = 0.9;

    public static ReadinessLine Latency(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "latency", title = "Every answer of the policy came within its budget";
        const string wouldShow = "watchdog.max_age_ms in the contract and recordings with answers whose time is known";
        TimingFacts[] timings = [.. episodes.Select(episode => episode.Timing)];
        long timed = timings.Sum(timing => timing.AnswersTimed);
        if (timed == 0 || timings.Any(timing => timing.BudgetMs is null || timing.AnswersTimed == 0))
        {
            return ReadinessLine.NotShown(item, title, timed == 0 ? "" : "not every recording has a budget and times", wouldShow);
        }

        TimingFacts worst = timings.MaxBy(timing => timing.LatencyMaxMs / timing.BudgetMs)!;
        long late = timings.Sum(timing => timing.WatchdogEvents);
        string evidence = string.Create(CultureInfo.InvariantCulture, $"slowest {worst.LatencyMaxMs:0.#} ms of {timed:N0} answers, budget {worst.BudgetMs:0.#} ms ({worst.BudgetFrom}); {late:N0} watchdog events");
        if (worst.LatencyMaxMs > worst.BudgetMs || late > 0)
        {
            return ReadinessLine.Wanting(item, title, evidence, "runs in which no answer is late and no watchdog runs out");
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
            CultureInfo.InvariantCulture, $"{success.Count} of {success.N} ({success.Value:0.0 %}), 95 % interval {success.Low:0.0 %} to {success.High:0.0 %}; {episodes.Count - success.N} not judged");
        return success.Low >= RequiredSuccess ? ReadinessLine.Shown(item, title, evidence)
            : success.High < RequiredSuccess ? ReadinessLine.Wanting(item, title, evidence, wouldShow)
            : ReadinessLine.NotShown(item, title, evidence, wouldShow);
    }

    public static ReadinessLine Fallback(EvidenceFolder evidence)
    {
        const string item = "fallback", title = "The fallback was tried by the fault campaign";
        const string wouldShow = "'interlock demo --fault all --json > campaign.json' beside the recordings; it tries a simulated cell, not this robot";
        if (evidence.Campaigns.FirstOrDefault(campaign => campaign.Wanting.Count > 0) is { } wanting)
        {
            return ReadinessLine.Wanting(item, title, $"{wanting.File}: {wanting.Wanting.Count} of {wanting.Faults} faults not as expected: {string.Join(", ", wanting.Wanting)}", wouldShow);
        }

        return evidence.Campaigns.FirstOrDefault(campaign => campaign.Faults > 0 && campaign.Runs > 0) is { } tried
            ? ReadinessLine.Shown(item, title, $"{tried.File}: {tried.Faults} faults, {tried.Runs} runs each, all as expected; a simulated cell, not this robot")
            : ReadinessLine.NotShown(item, title, "", wouldShow);
    }

    public static ReadinessLine Logging(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "logging", title = "Everything was recorded";
        const string wouldShow = "recordings that came to their end without a drop";
        if (episodes.Count == 0)
        {
            return ReadinessLine.NotShown(item, title, "", wouldShow);
        }

        return episodes.FirstOrDefault(episode => !episode.Health.IsFinished || episode.Health.Dropped > 0 || episode.Steps == 0) is { } lacking
            ? ReadinessLine.Wanting(item, title, $"{lacking.File}: {(lacking.Steps == 0 ? "no step" : lacking.Health.IsFinished ? $"{lacking.Health.Dropped} records dropped" : "not finished")}", wouldShow)
            : episodes.All(episode => episode.Health.IsComplete)
                ? ReadinessLine.Shown(item, title, string.Create(CultureInfo.InvariantCulture, $"{episodes.Count} of {episodes.Count} finished, nothing dropped, {episodes.Sum(episode => episode.Steps):N0} steps"))
                : ReadinessLine.NotShown(item, title, "what was dropped is not known for every recording", wouldShow);
    }
}
