using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>The recording's store fails under the recorder.</summary>
internal sealed class StoreFault(FaultStory story, Action<FragileStream> fail) : CampaignFault(story)
{
    public const string Evidence = "a write of the recorder has failed";

    private bool _hadFailed;

    public override void Inject(CampaignCell cell) => fail(cell.Store);

    public override bool IsVisible(CampaignCell cell)
    {
        // The recorder writes at the end of a tick: the next one can know.
        bool isVisible = _hadFailed;
        _hadFailed = cell.Store.HasFailed;
        return isVisible;
    }
}
