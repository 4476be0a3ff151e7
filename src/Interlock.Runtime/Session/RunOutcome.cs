using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Session;

/// <summary>How a run went.</summary>
public sealed record RunOutcome
{
    /// <summary>What nobody was told yet.</summary>
    public IReadOnlyList<Happening> LastHappenings { get; init; } = [];

    /// <summary>Control ticks.</summary>
    public required long Ticks { get; init; }

    /// <summary>Periods that were over before their tick began.</summary>
    public required long MissedTicks { get; init; }

    /// <summary>Episodes in order.</summary>
    public required IReadOnlyList<OutcomeReport> Episodes { get; init; }

    /// <summary>How often the task was done, over all episodes.</summary>
    public required SuccessCount Success { get; init; }

    /// <summary>Code of each cause for which the guard changed or refused an action, with the number of ticks; most frequent first.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> Interventions { get; init; }

    /// <summary>Ticks in which the guard changed an action of the policy.</summary>
    public required long ClippedTicks { get; init; }

    /// <summary>State in which it ended.</summary>
    public required SupervisorState FinalState { get; init; }

    /// <summary>Code of the stop; null when it was not stopped.</summary>
    public required string? StopCode { get; init; }

    /// <summary>What was wrong, in sentences; empty when nothing was.</summary>
    public required IReadOnlyList<string> WhatWasWrong { get; init; }

    /// <summary>True when it ended held or stopped and there was nobody to ask.</summary>
    public bool GaveUp { get; init; }

    /// <summary>True when a person or the system ended it before its time.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>Middle and 99th percentile of a tick's work, from its begin to the command on its way, ns; null before any command.</summary>
    public required (long MedianNs, long P99Ns)? TickWork { get; init; }

    /// <summary>99th percentile of how late ticks began, ns.</summary>
    public required long LatenessP99Ns { get; init; }

    /// <summary>The recording; null without one.</summary>
    public required string? RecordingPath { get; init; }

    /// <summary>How the recording went; null without one.</summary>
    public required FlightHealth? Recording { get; init; }
}
