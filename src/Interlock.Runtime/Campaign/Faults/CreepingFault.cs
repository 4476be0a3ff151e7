using Interlock.Core.Randomness;
using Interlock.Policies;
using Interlock.Runtime.Campaign.Judging;
using Interlock.Runtime.Campaign.Report;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>Answers that are possible one by one; only over time they are not those of a healthy policy.</summary>
/// <param name="story">What is expected.</param>
/// <param name="spoil">Spoils an answer.</param>
/// <param name="isContractEvidence">True when the fault leads out of the contract in the end.</param>
internal sealed class CreepingFault(FaultStory story, Action<PolicyChunk, SeededRandom> spoil, bool isContractEvidence) : CampaignFault(story)
{
    public const string Alarm = "a calibrated alarm of the guard crosses its threshold";

    public const string Evidence = "a calibrated alarm of the guard crosses its threshold, or the plan needs more than the contract allows";

    public override void Inject(CampaignCell cell) => cell.Policy.Spoil = spoil;

    public override bool IsVisible(CampaignCell cell) =>
        cell.Loop.Motion.Guarded.AlarmCount > 0 || (isContractEvidence && TickReaction.Of(cell.Loop) != CampaignReaction.None);

    public override void End(CampaignCell cell) => cell.Policy.Spoil = null;
}
