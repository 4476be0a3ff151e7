using Interlock.Core.Contract;

namespace Interlock.Guard.Reactions;

/// <summary>Counts consecutive steps on which the guard had to change the command by a lot.</summary>
internal sealed class EscalationCounter(Escalation? rule)
{
    private int _run;

    /// <summary>Takes in one step; the reaction when the run is long enough, which starts a new run, else null.</summary>
    /// <param name="clipFraction">Largest relative change of a channel.</param>
    /// <param name="replaced">True when the action was not used at all, which counts as a large change.</param>
    public StopReaction? Observe(double clipFraction, bool replaced)
    {
        if (rule is null)
        {
            return null;
        }

        _run = replaced || clipFraction > rule.MaxClipFraction ? _run + 1 : 0;
        if (_run < rule.ForSteps)
        {
            return null;
        }

        _run = 0;
        return rule.Then;
    }

    public void Reset() => _run = 0;
}
