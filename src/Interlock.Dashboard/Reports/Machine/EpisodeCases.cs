using System.Globalization;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Html;

namespace Interlock.Dashboard.Reports.Machine;

/// <summary>What a recording promised, as test cases.</summary>
internal static class EpisodeCases
{
    public static IReadOnlyList<TestCase> Of(EpisodeFacts episode) =>
    [
        Outcome(episode),
        episode.FirstStop is { } stop ? new("not stopped", string.Create(CultureInfo.InvariantCulture, $"a stop was latched at {stop.T:0.00} s: {stop.Text}")) : new("not stopped"),
        .. episode.Channels.Select(Bounds),
        .. episode.Channels.Select(channel => channel.Commands == 0 ? new TestCase($"finite: {channel.Name}", Skipped: "no command was recorded")
            : channel.GuardedNotANumber > 0 ? new TestCase($"finite: {channel.Name}", $"{channel.GuardedNotANumber} commands were not numbers") : new TestCase($"finite: {channel.Name}")),
        Latency(episode.Timing),
        .. episode.GateChecks.Select(Gate),
        Complete(episode.Health),
    ];

    private static TestCase Outcome(EpisodeFacts episode) => episode.Success switch
    {
        true => new("task"),
        false => new("task", episode.Outcome is { } words ? $"the task was not done: {words}" : "the task was not done"),
        null => new("task", Skipped: "nobody judged whether the task was done"),
    };

    private static TestCase Bounds(ChannelFacts channel) => channel.IsInside switch
    {
        true => new($"bounds: {channel.Name}"),
        false => new($"bounds: {channel.Name}",
            $"commands went from {Numbers.Of(channel.GuardedMin)} to {Numbers.Of(channel.GuardedMax, channel.Unit)}, the contract allows {Numbers.Limits(channel.Min, channel.Max, channel.Unit)}"),
        null => new($"bounds: {channel.Name}", Skipped: "no bounds or no commands were recorded"),
    };

    private static TestCase Latency(TimingFacts timing) => (timing.BudgetMs, timing.LatencyMaxMs) switch
    {
        ({ } budget, { } slowest) when slowest > budget => new("latency", string.Create(CultureInfo.InvariantCulture, $"the slowest answer took {slowest:0.#} ms, the budget is {budget:0.#} ms")),
        ({ }, { }) => new("latency"),
        _ => new("latency", Skipped: "no budget or no times were recorded"),
    };

    private static TestCase Gate(GateFacts check) => check.Status switch
    {
        "passed" => new($"gate: {check.Code} {check.Subject}"),
        "failed" => new($"gate: {check.Code} {check.Subject}", check.Message),
        _ => new($"gate: {check.Code} {check.Subject}", Skipped: $"{check.Status.Replace('_', ' ')}: {check.Message}"),
    };

    private static TestCase Complete(HealthFacts health) =>
        health.IsComplete ? new("recording complete")
        : !health.IsFinished ? new("recording complete", "the recorder did not come to its end")
        : health.Dropped is { } dropped ? new("recording complete", $"{dropped} records were dropped")
        : new("recording complete", Skipped: "what was dropped is not known");
}
