using Interlock.Core.Randomness;

namespace Interlock.Simulation.Episodes;

/// <summary>Independent seeds for everything random in one episode, all derived from one, so that a fault or a guard changes nothing else.</summary>
/// <param name="Scene">Of the start configuration and the scene.</param>
/// <param name="World">Of the measurement noise.</param>
/// <param name="Policy">Of the policy's pace, aim and noise.</param>
/// <param name="Fault">Of the fault.</param>
public readonly record struct EpisodeSeeds(ulong Scene, ulong World, ulong Policy, ulong Fault)
{
    /// <summary>The four seeds of an episode.</summary>
    public static EpisodeSeeds Of(ulong seed)
    {
        SeededRandom random = new(seed);
        return new EpisodeSeeds(random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits());
    }
}
