using Interlock.Guard.Interventions;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Reactions;

/// <summary>Decides when the measured state takes the place of the last command: at the start of an episode and after a gap.</summary>
internal sealed class StateAnchor(
    GapDetector gaps, InputCheck inputs, ReferenceState reference, LimitFilter filter, ReactionReports reports)
{
    private bool _startWasUnusable;

    public void BeginEpisode(ReadOnlySpan<double> measured)
    {
        reference.Forget();
        gaps.Reset();
        bool usable = inputs.IsUsable(measured);
        _startWasUnusable = !usable && !measured.IsEmpty;
        if (usable)
        {
            reference.AnchorAtRest(measured, filter.Envelopes);
        }
    }

    /// <summary>Takes in a step; true when the measured state became the reference.</summary>
    public bool Observe(in StepInput input)
    {
        bool gap = gaps.Observe(input.TimestampNs);
        bool startWasUnusable = _startWasUnusable;
        _startWasUnusable = false;
        if (!gap && reference.IsKnown)
        {
            return false;
        }

        if (inputs.IsUsable(input.Measured))
        {
            reference.AnchorAtRest(input.Measured, filter.Envelopes);
            return true;
        }

        reference.Settle();
        if (!input.Measured.IsEmpty || startWasUnusable)
        {
            reports.Whole(GuardCodes.UnusableState);
        }
        else if (gap)
        {
            reports.Whole(GuardCodes.GapWithoutState);
        }

        return false;
    }
}
