using Interlock.Core.Episodes;
using Interlock.Core.Units;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Displacements;

/// <summary>Episodes in memory as a dataset of the simulated arm.</summary>
internal sealed class RecordedEpisodes(string location, IReadOnlyList<ChannelUnit> actionUnits, IReadOnlyList<Episode> episodes) : IEpisodeSource
{
    public EpisodeSourceDescription Description { get; } = new()
    {
        Location = location,
        Format = "simulation",
        RateHz = new ArmWorldOptions().RateHz,
        ActionChannels = TableArm.Description.ChannelNames,
        ActionUnits = actionUnits,
        StateChannels = TableArm.Description.ChannelNames,
        RobotType = TableArm.Description.Name,
    };

    public IEnumerable<Episode> ReadEpisodes() => episodes;
}
