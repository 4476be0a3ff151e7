using Interlock.Guard;
using Interlock.Runtime.Campaign.Report;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Campaign.Judging;

/// <summary>What one tick of a moving loop did about the robot.</summary>
internal static class TickReaction
{
    public static CampaignReaction Of(ControlLoop loop) => loop.Decision.Motion switch
    {
        Motion.ProtectiveStop => CampaignReaction.ProtectiveStop,
        Motion.Brake => CampaignReaction.Braked,
        Motion.Hold => CampaignReaction.Held,
        _ => OfRelease(loop.Motion, loop.Planner.IsBraking),
    };

    private static CampaignReaction OfRelease(in TickMotion motion, bool isSlowed) => motion.Guarded.Verdict switch
    {
        Verdict.Stop => CampaignReaction.ProtectiveStop,
        Verdict.Hold => CampaignReaction.Held,
        _ when motion.IsStarved => CampaignReaction.Held,
        Verdict.Clip => CampaignReaction.Clipped,
        _ => isSlowed ? CampaignReaction.Slowed : CampaignReaction.None,
    };
}
