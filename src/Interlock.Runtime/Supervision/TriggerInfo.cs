namespace Interlock.Runtime.Supervision;

/// <summary>What is known of a trigger, apart from how each state reacts to it.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Class">What kind of thing it is.</param>
/// <param name="Sentence">What happened, in words.</param>
/// <param name="Code">The stable code, or null.</param>
/// <param name="Unit">The unit of value and limit; null when it has none to show.</param>
/// <param name="IsTransient">True when a hold for it may end by itself.</param>
internal sealed record TriggerInfo(
    SupervisorTrigger Trigger, TriggerClass Class, string Sentence, string? Code = null, string? Unit = null, bool IsTransient = false);
