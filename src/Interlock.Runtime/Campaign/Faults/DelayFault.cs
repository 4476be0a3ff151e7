using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>The policy takes too long, or never comes back.</summary>
/// <param name="story">What is expected.</param>
/// <param name="delayNs">Of every answer, ns; <see cref="long.MaxValue"/> for never.</param>
internal sealed class DelayFault(FaultStory story, long delayNs) : CampaignFault(story)
{
    public const string Evidence = "the policy step of the last row is over and there is no other row";

    private const double PolicyPeriodNs = 1e9 / CampaignPolicy.RateHz;

    private long? _emptySinceNs;

    public override void Inject(CampaignCell cell) => cell.Delay.FaultNs = delayNs;

    public override bool IsVisible(CampaignCell cell)
    {
        bool isVisible = cell.Clock.NowNs - _emptySinceNs > PolicyPeriodNs && !cell.Loop.Intake.SplicedNow;
        _emptySinceNs = cell.Scheduler.StepsAhead <= 0 ? _emptySinceNs ?? cell.Clock.NowNs : null;
        return isVisible;
    }

    public override void End(CampaignCell cell) => cell.Delay.FaultNs = null;
}
