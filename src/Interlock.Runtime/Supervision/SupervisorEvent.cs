namespace Interlock.Runtime.Supervision;

/// <summary>One entry of the event log, of fixed size.</summary>
public readonly record struct SupervisorEvent
{
    /// <summary>Control tick.</summary>
    public long Tick { get; init; }

    /// <summary>Monotonic time, ns.</summary>
    public long NowNs { get; init; }

    /// <summary>The state before.</summary>
    public SupervisorState From { get; init; }

    /// <summary>The state after; the same for refused commands and findings.</summary>
    public SupervisorState To { get; init; }

    /// <summary>What happened.</summary>
    public SupervisorTrigger Trigger { get; init; }

    /// <summary>What was asked of the robot.</summary>
    public Motion Motion { get; init; }

    /// <summary>The measured value, in the unit of the trigger; NaN when there is none.</summary>
    public double Value { get; init; }

    /// <summary>The limit it broke, in the same unit; NaN when there is none.</summary>
    public double Limit { get; init; }

    /// <summary>The alarm that fired, for <see cref="SupervisorTrigger.AlarmRaised"/> and <see cref="SupervisorTrigger.AlarmNoted"/>; null where it is not known.</summary>
    public AlarmFact? Alarm { get; init; }

    /// <summary>The fault that stood in the way of a command, for <see cref="SupervisorTrigger.Blocked"/> alone.</summary>
    public SupervisorTrigger Because { get; init; }

    /// <summary>True when the trigger was a command that this state does not know.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The stable code; null for what needs none, such as a start.</summary>
    public string? Code => IsRefused ? SupervisorCodes.Refused : TriggerCatalogue.Of(Trigger).Code;
}
