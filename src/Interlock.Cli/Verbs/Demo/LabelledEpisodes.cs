using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Faults;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Normal and faulty episodes in turn, with their outcome: something to study monitors on.</summary>
internal static class LabelledEpisodes
{
    private const int Count = 48;
    private const int EarliestOnset = 40;
    private const int LatestOnset = 180;

    public static IEnumerable<Episode> Generate(ulong seed)
    {
        SeededRandom random = new(seed);
        for (int index = 0; index < Count; index++)
        {
            IReadOnlyList<PolicyFault> faults = FaultCatalogue.All(EarliestOnset + random.NextInt(LatestOnset - EarliestOnset));
            PolicyFault? fault = index % 2 == 0 ? null : faults[index / 2 % faults.Count];
            yield return PickAndPlaceEpisode.Run(random.NextBits(), index, fault).Episode;
        }
    }
}
