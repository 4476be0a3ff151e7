using Interlock.Runtime.Loop;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Session;

/// <summary>Sums up a run that is over.</summary>
internal static class OutcomeMaking
{
    public static RunOutcome Make(SessionParts parts, ControlLoop loop, EpisodeTally tally)
    {
        Supervisor supervisor = parts.Loop.Supervisor;
        bool stopped = supervisor.State == SupervisorState.Stopped;
        return new RunOutcome
        {
            Ticks = loop.Tick,
            MissedTicks = loop.MissedTicks,
            Episodes = tally.Episodes,
            Success = tally.Rate.Overall,
            Interventions = tally.Interventions,
            ClippedTicks = tally.ClippedTicks,
            FinalState = supervisor.State,
            StopCode = stopped ? loop.Decision.Code : null,
            WhatWasWrong = stopped ? supervisor.WhatWasWrong().Sentences : [],
            TickWork = tally.Work.QuantileNs(0.5) is { } median && tally.Work.QuantileNs(0.99) is { } p99 ? (median, p99) : null,
            LatenessP99Ns = tally.Lateness.QuantileNs(0.99) ?? 0,
            RecordingPath = parts.RecordingPath,
            Recording = parts.RecordingPath is null ? null : parts.Recorder?.Health,
        };
    }

    /// <summary>A recording is a success when every episode was, a failure when one was, and otherwise nobody knows.</summary>
    public static bool? Success(EpisodeTally tally) =>
        tally.Episodes.Any(episode => episode.Outcome == EpisodeOutcome.Failure) ? false
        : tally.Episodes.Count > 0 && tally.Episodes.All(episode => episode.Outcome == EpisodeOutcome.Success) ? true
        : null;
}
