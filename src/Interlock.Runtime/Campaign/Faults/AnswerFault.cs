using Interlock.Core.Randomness;
using Interlock.Policies;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>From a moment on, every answer of the policy is spoilt in a way that shows in the answer itself.</summary>
internal sealed class AnswerFault(FaultStory story, Action<PolicyChunk, SeededRandom> spoil) : CampaignFault(story)
{
    public const string FirstAnswer = "the first spoilt answer is there";

    public override void Inject(CampaignCell cell) => cell.Policy.Spoil = spoil;

    public override bool IsVisible(CampaignCell cell) => cell.Desk.HasShownSpoilt;

    public override void End(CampaignCell cell) => cell.Policy.Spoil = null;
}
