using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Takeover;

/// <summary>Chooses the action that goes to the guard, and blends where control changes hands. For the control thread; allocates nothing.</summary>
/// <param name="blend">The way from one hand to the other.</param>
public sealed class ActionArbiter(HandoverBlend blend)
{
    private Motion _last = Motion.None;
    private bool _wasHuman;

    /// <summary>The blend, for its seam.</summary>
    public HandoverBlend Blend => blend;

    /// <summary>Writes the action; with <see cref="ActionSource.Hold"/> nothing is written and nothing may be released.</summary>
    /// <param name="decision">This tick's decision.</param>
    /// <param name="policy">The policy's action; may be empty unless it is released.</param>
    /// <param name="human">The person's action; may be empty unless it is released.</param>
    /// <param name="lastCommand">What the robot executed last; empty at the very start, where nothing can be blended.</param>
    /// <param name="nowNs">The tick's time.</param>
    /// <param name="action">As long as a command.</param>
    public ActionSource Choose(
        in SupervisorDecision decision, ReadOnlySpan<double> policy, ReadOnlySpan<double> human, ReadOnlySpan<double> lastCommand, long nowNs, Span<double> action)
    {
        bool isHuman = decision.Motion == Motion.Human;
        if (!isHuman && decision.Motion != Motion.Release)
        {
            blend.Cancel();
            _last = decision.Motion;
            return ActionSource.Hold;
        }

        // After a hold the person's hand is elsewhere; the policy's next chunk begins where the robot is, unless a person moved it.
        bool changesHands = decision.Motion != _last && (isHuman || _wasHuman);
        if (changesHands && !lastCommand.IsEmpty)
        {
            blend.Begin(lastCommand, nowNs);
        }

        _last = decision.Motion;
        _wasHuman = isHuman;
        blend.Apply(isHuman ? human : policy, nowNs, action);
        return blend.IsActive ? ActionSource.Blend : isHuman ? ActionSource.Human : ActionSource.Policy;
    }
}
