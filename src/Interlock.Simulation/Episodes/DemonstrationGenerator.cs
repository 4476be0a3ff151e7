using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Episodes;

/// <summary>A dataset that is made while it is read: seeded pick-and-place demonstrations, one in memory at a time.</summary>
public sealed class DemonstrationGenerator : IEpisodeSource
{
    private readonly int _count;
    private readonly ulong _seed;
    private readonly ArmWorldOptions _options;

    /// <summary>Creates the source.</summary>
    /// <param name="count">Number of demonstrations; at least 1.</param>
    /// <param name="seed">Seed of the whole set; each pass gives the same episodes.</param>
    /// <param name="options">The world; null for its defaults.</param>
    public DemonstrationGenerator(int count, ulong seed, ArmWorldOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _count = count;
        _seed = seed;
        _options = options ?? new ArmWorldOptions();
        ArmDescription arm = TableArm.Description;
        Description = new EpisodeSourceDescription
        {
            Location = $"simulated pick-and-place, seed {seed}",
            Format = "simulation",
            RateHz = _options.RateHz,
            ActionChannels = arm.ChannelNames,
            ActionUnits = arm.ChannelUnits,
            StateChannels = arm.ChannelNames,
            RobotType = arm.Name,
        };
    }

    /// <inheritdoc />
    public EpisodeSourceDescription Description { get; }

    /// <inheritdoc />
    public IEnumerable<Episode> ReadEpisodes()
    {
        SeededRandom seeds = new(_seed);
        for (int index = 0; index < _count; index++)
        {
            yield return PickAndPlaceEpisode.Run(seeds.NextBits(), index, options: _options).Episode;
        }
    }
}
