using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>The link to the robot is down.</summary>
internal sealed class DisconnectFault(FaultStory story) : CampaignFault(story)
{
    public override void Inject(CampaignCell cell) => cell.Arm.IsLinkUp = false;

    public override bool IsVisible(CampaignCell cell) => !cell.Robot.States.Succeeded(cell.Robot.States.Count - 1);

    public override void End(CampaignCell cell) => cell.Arm.IsLinkUp = true;
}
