using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Takeover;

/// <summary>A stretch in which a person was in control; each of its frames is an <c>intervention</c> in a LeRobot data set.</summary>
/// <param name="StartTick">First tick.</param>
/// <param name="EndTick">Last tick; null while it lasts.</param>
/// <param name="Reason">What was the matter before the takeover; <see cref="SupervisorTrigger.TakeOver"/> when nothing was.</param>
public readonly record struct InterventionSpan(long StartTick, long? EndTick, SupervisorTrigger Reason)
{
    /// <summary>True when <paramref name="tick"/> lies inside.</summary>
    public bool Contains(long tick) => tick >= StartTick && (EndTick is not { } end || tick <= end);
}
