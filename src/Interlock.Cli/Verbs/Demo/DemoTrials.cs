using Interlock.Core.Randomness;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Faults;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Runs every fault without and with the guard on the same seed.</summary>
internal static class DemoTrials
{
    /// <summary>In the middle of carrying, at the start of a chunk: the arm is fast and holds the cube.</summary>
    private const int OnsetStep = 152;

    public static IEnumerable<FaultTrial> Run(DemoSafety safety, double rateHz, ulong seed, string? only = null)
    {
        ulong episodeSeed = new SeededRandom(seed).NextBits();
        int index = 0;
        foreach (PolicyFault fault in FaultCatalogue.All(OnsetStep).Where(fault => only is null || fault.Name == only))
        {
            yield return Run(safety, rateHz, episodeSeed, index++, fault);
        }
    }

    private static FaultTrial Run(DemoSafety safety, double rateHz, ulong seed, int index, PolicyFault fault)
    {
        IDemoGuard guard = safety.NewGuard();
        EpisodeOutcome without = PickAndPlaceEpisode.Run(seed, index, fault);
        EpisodeOutcome with = PickAndPlaceEpisode.Run(seed, index, fault, guard);
        return new FaultTrial
        {
            Fault = fault.Name,
            Summary = fault.Summary,
            OnsetStep = fault.OnsetStep,
            OnsetS = fault.OnsetStep / rateHz,
            RateHz = rateHz,
            Without = ArmRun.Of(without, safety.Contract),
            With = ArmRun.Of(with, safety.Contract),
            Reaction = guard.ReactionFrom(fault.OnsetStep),
        };
    }
}
