using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Runtime.Worlds;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Faults;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Runs every fault on the same seed: without a guard, and as it would be deployed with one.</summary>
/// <param name="contract">The contract that is guarded.</param>
/// <param name="runFile">What is deployed; see <see cref="DemoRunFile"/>. Recordings go beside it.</param>
/// <param name="rateHz">Control rate.</param>
internal sealed class DemoTrials(SafetyContract contract, string runFile, double rateHz)
{
    /// <summary>In the middle of carrying, at the start of a chunk: the arm is fast and holds the cube.</summary>
    private const int OnsetStep = 152;

    /// <summary>Seed of the episode in which every fault sets in.</summary>
    public static ulong EpisodeSeed(ulong seed) => new SeededRandom(seed).NextBits();

    public IEnumerable<FaultTrial> Run(ulong seed, string? only = null, CancellationToken cancellation = default)
    {
        int index = 0;
        foreach (PolicyFault fault in FaultCatalogue.All(OnsetStep).Where(fault => only is null || fault.Name == only))
        {
            yield return Run(EpisodeSeed(seed), index++, fault, cancellation);
        }
    }

    private FaultTrial Run(ulong seed, int index, PolicyFault fault, CancellationToken cancellation)
    {
        EpisodeOutcome without = PickAndPlaceEpisode.Run(seed, index, fault);
        TableTrialResult with = TableTrial.Run(
            new TableTrialOptions { File = DemoRunFile.Load(runFile, DemoFiles.Recording(fault.Name)), Fault = fault, IsAttended = true }, cancellation);
        return new FaultTrial
        {
            Fault = fault.Name,
            Summary = fault.Summary,
            OnsetStep = fault.OnsetStep,
            OnsetS = fault.OnsetStep / rateHz,
            RateHz = rateHz,
            Unguarded = without.Episode,
            Without = ArmRun.Of(without, contract),
            With = ArmRun.Of(with, contract),
            Reaction = DemoReaction.Of(with, fault.OnsetStep),
            End = with.End,
            Answers = with.Answers,
            EndCode = with.EndCode,
        };
    }
}
