using Interlock.Core.Randomness;

namespace Interlock.Simulation.Episodes;

/// <summary>Independent seeds for everything random in one episode, all derived from one, so that a fault or a guard changes nothing else.</summary>
internal readonly record struct EpisodeSeeds(ulong Scene, ulong World, ulong Policy, ulong Fault)
{
    public static EpisodeSeeds Of(ulong seed)
    {
        SeededRandom random = new(seed);
        return new EpisodeSeeds(random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits());
    }
}
