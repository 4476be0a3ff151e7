using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Live;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Session;

/// <summary>A session as a live feed sees it; reads from other threads what the control thread leaves to read.</summary>
internal sealed class WatchedSession(SessionParts parts, IReadOnlyDictionary<string, object?> parameters, string? certificateLevel) : ILiveSession
{
    private readonly Supervisor _supervisor = parts.Loop.Supervisor;

    public IReadOnlyDictionary<string, object?> Parameters => parameters;

    public EventRing Events => _supervisor.Events;

    public bool HasTakeOverInput => parts.Loop.Human.HasInput;

    public bool Post(OperatorCommand command) => _supervisor.Post(command);

    public LiveStatus Status()
    {
        SupervisorState state = _supervisor.State;
        SupervisorEvent? change = NewestChange();
        FlightHealth? health = parts.RecordingPath is null ? null : parts.Recorder?.Health;
        string? why = change is { } item ? Supervisor.Explain(item) : null;
        return new LiveStatus
        {
            State = state,
            Why = why,
            Code = change?.Code,
            Question = state == SupervisorState.AwaitingHuman ? $"{why}. Go on, or end the episode?" : null,
            Stop = state == SupervisorState.Stopped ? _supervisor.WhatWasWrong() : null,
            Can = [.. LiveCommand.All.Where(word => CanNow(state, LiveCommand.Of(word)!.Value))],
            RateHz = parts.Loop.Rates.ControlHz,
            Task = parts.Settings.Task,
            CertificateLevel = certificateLevel,
            Recording = Path.GetFileName(parts.RecordingPath),
            RecordingDropped = health is null ? 0 : health.StepsDropped + health.EventsDropped + health.ItemsDropped,
        };
    }

    // Whoever takes over drives by an input device of this process; without one there is nothing to take over with.
    private bool CanNow(SupervisorState state, OperatorCommand command) =>
        TransitionTable.Of(state, CommandTriggers.Of(command)).Kind == ReactionKind.Go && (command != OperatorCommand.TakeOver || HasTakeOverInput);

    // What changed the state last; refused commands and findings come and go without one.
    private SupervisorEvent? NewestChange()
    {
        EventRing events = _supervisor.Events;
        long written = events.Written;
        for (long number = written - 1; number >= Math.Max(0, written - events.Capacity); number--)
        {
            if (events.TryRead(number, out SupervisorEvent item) && item.From != item.To)
            {
                return item;
            }
        }

        return null;
    }
}
