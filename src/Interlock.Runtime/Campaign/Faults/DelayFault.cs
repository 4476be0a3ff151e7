using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>The policy takes too long, or never comes back.</summary>
/// <param name="story">What is expected.</param>
/// <param name="delayNs">Of every answer, ns; <see cref="long.MaxValue"/> for never.</param>
internal sealed class DelayFault(FaultStory story, long delayNs) : CampaignFault(story)
{
    public const string Evidence = "the plan has no action left for the tick";

    private bool _wasEmpty;

    public override void Inject(CampaignCell cell) => cell.Delay.FaultNs = delayNs;

    public override bool IsVisible(CampaignCell cell)
    {
        bool isVisible = _wasEmpty && !cell.Loop.Intake.SplicedNow;
        _wasEmpty = cell.Scheduler.StepsAhead <= 0;
        return isVisible;
    }

    public override void End(CampaignCell cell) => cell.Delay.FaultNs = null;
}
