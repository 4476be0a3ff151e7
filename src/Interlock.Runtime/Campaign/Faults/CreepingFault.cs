using Interlock.Core.Randomness;
using Interlock.Policies;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>Answers that are possible one by one; only over time they are not those of a healthy policy.</summary>
internal sealed class CreepingFault(FaultStory story, Action<PolicyChunk, SeededRandom> spoil) : CampaignFault(story)
{
    public const string Evidence = "a calibrated alarm of the guard crosses its threshold";

    public override void Inject(CampaignCell cell) => cell.Policy.Spoil = spoil;

    public override bool IsVisible(CampaignCell cell) =>
        cell.Loop.Motion.Guarded.AlarmCount > 0;

    public override void End(CampaignCell cell) => cell.Policy.Spoil = null;
}
