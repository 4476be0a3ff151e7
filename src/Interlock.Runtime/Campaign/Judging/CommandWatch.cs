using Interlock.Robots.Recording;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Judging;

/// <summary>Shows the checker every command that the robot took, as the robot's own recording has it.</summary>
internal sealed class CommandWatch(CampaignCell cell)
{
    private long _seen;
    private long _episode;

    public ContractChecker Checker { get; } = new(cell.Contract);

    public void Observe()
    {
        if (cell.Loop.Episode != _episode)
        {
            _episode = cell.Loop.Episode;
            Checker.Begin(cell.Robot.States.Values(cell.Robot.States.Count - 1));
        }

        RowRing commands = cell.Robot.Commands;
        if (commands.Total > _seen && commands.Succeeded(commands.Count - 1))
        {
            Checker.Observe(commands.Values(commands.Count - 1));
        }

        _seen = commands.Total;
    }
}
