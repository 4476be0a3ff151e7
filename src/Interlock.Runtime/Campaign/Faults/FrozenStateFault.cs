using Interlock.Robots.Recording;
using Interlock.Runtime.Campaign.World;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>The driver reports the last position for ever, each time as new.</summary>
internal sealed class FrozenStateFault(FaultStory story) : CampaignFault(story)
{
    /// <summary>Of a channel's span: a command that went further than this moved.</summary>
    private const double MotionShare = 0.01;

    private const double NsPerMs = 1e6;

    public override void Inject(CampaignCell cell) => cell.Arm.IsSensorFrozen = true;

    public override bool IsVisible(CampaignCell cell)
    {
        RowRing states = cell.Robot.States;
        int first = states.Count - 1;
        while (first > 0 && states.Values(first - 1).SequenceEqual(states.Values(first)))
        {
            first--;
        }

        double forMs = (cell.Clock.NowNs - states.TimeNs(first)) / NsPerMs;
        return forMs > new SupervisorOptions().StateFrozenLimitMs && HasMoved(cell, states.TimeNs(first));
    }

    public override void End(CampaignCell cell) => cell.Arm.IsSensorFrozen = false;

    private static bool HasMoved(CampaignCell cell, long sinceNs)
    {
        RowRing commands = cell.Robot.Commands;
        int row = commands.Count - 1;
        ReadOnlySpan<double> now = commands.Values(row);
        while (row > 0 && commands.TimeNs(row) >= sinceNs)
        {
            row--;
        }

        for (int i = 0; i < now.Length; i++)
        {
            double span = cell.Contract.Channels[i].Max!.Value - cell.Contract.Channels[i].Min!.Value;
            if (Math.Abs(now[i] - commands.Values(row)[i]) > MotionShare * span)
            {
                return true;
            }
        }

        return false;
    }
}
