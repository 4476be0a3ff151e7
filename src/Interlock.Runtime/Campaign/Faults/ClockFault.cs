using Interlock.Runtime.Campaign.World;
using Interlock.Runtime.Clock;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>A clock jumps between two ticks.</summary>
internal sealed class ClockFault(FaultStory story, Action<VirtualClock> jump) : CampaignFault(story)
{
    public override void Inject(CampaignCell cell) => jump(cell.Clock);

    public override bool IsVisible(CampaignCell cell) => true;
}
