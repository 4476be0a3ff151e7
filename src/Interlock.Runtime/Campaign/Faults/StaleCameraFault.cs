using Interlock.Robots.Cameras;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>The camera delivers nothing any more.</summary>
internal sealed class StaleCameraFault(FaultStory story) : CampaignFault(story)
{
    public override void Inject(CampaignCell cell) => cell.Camera.Fault = CameraFault.Stalled;

    public override bool IsVisible(CampaignCell cell) => cell.Clock.NowNs - cell.Feed.Newest!.TimestampNs > CampaignCell.CameraMaxAgeNs;

    public override void End(CampaignCell cell) => cell.Camera.Fault = CameraFault.None;
}
