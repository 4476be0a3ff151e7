using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.PickAndPlace;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Episodes;

/// <summary>How an episode begins; follows from its seed and its task alone, so that a replay begins in the same way.</summary>
/// <param name="Seeds">Seeds of what is random later.</param>
/// <param name="Configuration">Joint angles [rad] and gripper opening [m].</param>
/// <param name="Scene">Where the cube lies and has to go.</param>
public sealed record EpisodeStart(EpisodeSeeds Seeds, double[] Configuration, TableScene Scene)
{
    /// <summary>The start of an episode.</summary>
    public static EpisodeStart Of(ulong seed, TableTask task)
    {
        EpisodeSeeds seeds = EpisodeSeeds.Of(seed);
        SeededRandom random = new(seeds.Scene);
        double[] configuration = PickAndPlaceTask.SampleStart(TableArm.Description, random);
        return new EpisodeStart(seeds, configuration, TableScene.Sample(random, task));
    }
}
